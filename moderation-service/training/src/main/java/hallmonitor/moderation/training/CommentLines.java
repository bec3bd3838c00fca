package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.Comment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Iterator;
import java.util.Optional;

/**
 * Reads comments as lines of JSON with {@code id}, {@code text}, and optionally {@code author},
 * {@code post}, {@code parent}, the kind of {@code account} and the kind of {@code names} that
 * people write under there; or as CSV with these columns, if the first line is not a JSON object.
 */
public final class CommentLines {
  /** Receives the result of each line. */
  public interface Sink {
    /**
     * Called for a comment.
     *
     * @param line has an id and a text
     */
    void comment(int number, JsonNode line) throws IOException;

    void bad(int number, String error) throws IOException;
  }

  private static final String KIND = "school";
  private static final String NAMES = "names";

  private final ObjectMapper json = new ObjectMapper();
  private final Sink sink;

  private CommentLines(Sink sink) {
    this.sink = sink;
  }

  /**
   * Reads to the end. A bad line is reported by its number, and reading continues.
   *
   * @throws IOException if the input or the sink fails
   */
  public static void read(InputStream in, Sink sink) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8), 1 << 16);
    lines.mark(1 << 15);
    int first = lines.read();
    lines.reset();
    CommentLines reader = new CommentLines(sink);
    if (first == '{' || first < 0) {
      reader.readJson(lines);
    } else {
      reader.readCsv(lines);
    }
  }

  /** Returns the comment in a line that the sink received. */
  public static Comment comment(JsonNode line) {
    return Comment.of(
            line.path("text").asText(),
            line.path("author").asText(""),
            line.path("post").asText(""),
            Optional.of(line.path("parent").asText("")).filter(p -> !p.isEmpty()),
            line.path("account").asText(KIND))
        .where(names(line));
  }

  /**
   * Without {@code names}, anyone may have typed any name; but a missing author is then unknown,
   * and not an author without a name.
   */
  private static AuthorNames names(JsonNode line) {
    String written = line.path(NAMES).asText("");
    if (written.isEmpty()) {
      boolean told = !line.path("author").asText("").isBlank();
      return told ? AuthorNames.FREE : AuthorNames.HANDLES;
    }
    return AuthorNames.of(written).orElseThrow();
  }

  private void readJson(BufferedReader lines) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        try {
          take(number, json.readTree(line));
        } catch (JsonProcessingException e) {
          sink.bad(number, "this line is not JSON");
        }
      }
    }
  }

  private void readCsv(BufferedReader lines) throws IOException {
    Iterator<JsonNode> rows =
        new CsvMapper()
            .readerFor(JsonNode.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(lines);
    int number = 1; // the header
    while (true) {
      number++;
      JsonNode row;
      try {
        if (!rows.hasNext()) {
          return;
        }
        row = rows.next();
      } catch (RuntimeException e) {
        sink.bad(number, "this row is not CSV with the columns of the header");
        continue;
      }
      take(number, row);
    }
  }

  private static boolean isNames(JsonNode names) {
    return names.isMissingNode()
        || names.isNull()
        || names.isTextual()
            && (names.asText().isEmpty() || AuthorNames.of(names.asText()).isPresent());
  }

  private void take(int number, JsonNode line) throws IOException {
    if (line.path("id").asText("").isEmpty() || !line.path("text").isTextual()) {
      sink.bad(number, "a comment needs an id and a text");
    } else if (!isNames(line.path(NAMES))) {
      sink.bad(
          number, "names is shown, handles or free, not '" + line.path(NAMES).asText("") + "'");
    } else {
      sink.comment(number, line);
    }
  }
}
