package hallmonitor.moderation.console.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import hallmonitor.printing.PdfText;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Opens a package as a requester does, and searches each file for words that must not go out: the
 * pages of a PDF and what stands beside them, cells, values, and names of files. A picture is not
 * opened: the words that were read in it are searched. What the program itself writes, such as
 * times, record numbers, also in names, and the laws that it cites, is left out: a redacted "12"
 * would be in all of them. Says from which item words were found and where, never which words.
 */
final class LeakCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NATIVE = Pattern.compile("native/(\\d+)\\.json");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /** Title, author, text, pictures, and address in the table. */
  private static final List<Integer> CELLS = List.of(3, 4, 7, 8, 9);

  /** The same in JSON, and the id. */
  private static final List<String> FIELDS =
      List.of("author", "postTitle", "text", "attachments", "id", "address");

  private final Pattern heading;
  private final Pattern times;
  private final Pattern drawn;
  private final OwnWords own;
  private final FoundLeaks found;

  /**
   * Creates a check.
   *
   * @param words of the answer, which say how a record's heading is written
   * @param own words of the program in the answer, and what is searched for besides
   * @param found takes what is found
   */
  LeakCheck(AnswerWords words, OwnWords own, FoundLeaks found) {
    this.own = own;
    this.found = found;
    this.heading =
        Pattern.compile(
            "\\s*"
                + Pattern.quote(words.word("record", "\0")).replace("\0", "\\E(\\d{1,18})\\Q")
                + "\\s*");
    this.times =
        Pattern.compile(
            "(%s|%s): \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d\\d:\\d\\d\\s*"
                .formatted(
                    Pattern.quote(words.word("seen")), Pattern.quote(words.word("written"))));
    this.drawn =
        Pattern.compile(
            "(%s: )?%s\\s*".formatted(Pattern.quote(words.word("files")), DrawnFiles.NAME));
  }

  /** Searches a package. Places are {@code letter}, {@code item 12}, and the names of files. */
  void search(InputStream zip) throws IOException {
    try (ZipInputStream files = new ZipInputStream(zip)) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        String name = file.getName();
        if (!NATIVE.matcher(name).matches() && !DrawnFiles.NAME.matcher(name).matches()) {
          look(name, name);
        }
        content(name, new Unclosed(files));
      }
    }
  }

  /** Searches what was read in a picture that goes out. */
  void picture(String name, String words) {
    look(name, words);
  }

  private void look(String place, String text) {
    if (!found.isFull()) {
      own.besides(text).forEach(item -> found.add(item, place));
    }
  }

  private void content(String name, InputStream in) throws IOException {
    Matcher payload = NATIVE.matcher(name);
    if (name.endsWith(".pdf")) {
      pdf(name, PdfText.of(in.readAllBytes()));
    } else if (name.equals("records.csv")) {
      csv(in);
    } else if (name.equals("records.json")) {
      records(in);
    } else if (payload.matches()) {
      look("item " + payload.group(1), values(JSON.readTree(in)));
    }
  }

  private void pdf(String name, PdfText pdf) {
    String place = name.equals("answer.pdf") ? "letter" : name;
    long number = 0;
    StringBuilder section = new StringBuilder();
    for (String page : pdf.pages()) {
      for (String line : page.split("\\R")) {
        Matcher start = heading.matcher(line);
        // Numbers grow, so what someone wrote is not taken for the start of an earlier record.
        if (start.matches() && Long.parseLong(start.group(1)) > number) {
          lines(place, section);
          section.setLength(0);
          number = Long.parseLong(start.group(1));
          place = "item " + number;
        }
        if (!start.matches() && !times.matcher(line).matches() && !drawn.matcher(line).matches()) {
          section.append(line).append('\n');
        }
      }
    }
    lines(place, section);
    pdf.beside().forEach(text -> look(name, text));
  }

  /** A line can end between words, or within a long one. */
  private void lines(String place, CharSequence section) {
    String text = section.toString();
    look(place, text);
    look(place, text.replace("\n", ""));
  }

  private void csv(InputStream in) throws IOException {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .readerFor(String[].class)
            .readValues(in)) {
      while (rows.hasNext()) {
        String[] cells = rows.next();
        if (cells.length > 0 && NUMBER.matcher(cells[0]).matches()) {
          look(
              "item " + cells[0],
              CELLS.stream().map(cell -> cells[cell]).collect(Collectors.joining("\n")));
        }
      }
    }
  }

  private void records(InputStream in) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT && parser.getParsingContext().getParent().inArray()) {
          JsonNode record = JSON.readTree(parser);
          String place = "item " + record.path("record").asLong();
          FIELDS.forEach(field -> look(place, values(record.path(field))));
        }
      }
    }
  }

  /** Returns all names and values, a line each. */
  private static String values(JsonNode json) {
    StringBuilder text = new StringBuilder();
    add(json, text);
    return text.toString();
  }

  private static void add(JsonNode json, StringBuilder text) {
    if (json.isValueNode()) {
      text.append(json.asText()).append('\n');
    }
    json.fieldNames().forEachRemaining(name -> text.append(name).append('\n'));
    json.forEach(child -> add(child, text));
  }

  /** The stream of one file in the .zip: readers close it, and the next one still comes. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The .zip is closed at its end.
    }
  }
}
