package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.encoder.EncoderText;
import hallmonitor.moderation.finding.encoder.WordPieces;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes comments as the encoder reads them, for its training: {@code Tokens CORPUS-FOLDER...
 * [--public FILE.tsv]...} gives one JSON object a line. A row of the corpus has its categories as
 * {@code labels}; a row of a public file, whose lines are labels (1, 0 or nothing for unknown,
 * between commas), a tab and a text, has them as numbers and nulls in the same order.
 */
public final class Tokens {
  private static final String USAGE = "usage: Tokens CORPUS-FOLDER... [--public FILE.tsv]...";

  private final WordPieces pieces;
  private final JsonGenerator json;

  Tokens(WordPieces pieces, OutputStream out) throws IOException {
    this.pieces = pieces;
    this.json = new JsonFactory().createGenerator(out);
    json.setRootValueSeparator(null);
  }

  public static void main(String[] args) throws IOException {
    if (args.length == 0 || args[args.length - 1].equals("--public")) {
      System.err.println(USAGE);
      System.exit(2);
    }
    try (InputStream vocabulary =
            Tokens.class.getResourceAsStream("/model/encoder/vocabulary.txt");
        OutputStream out =
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
      Tokens tokens = new Tokens(new WordPieces(vocabulary), out);
      for (int i = 0; i < args.length; i++) {
        if (args[i].equals("--public")) {
          tokens.ofPublic(Path.of(args[++i]));
        } else {
          tokens.ofCorpus(Corpus.read(Path.of(args[i])));
        }
      }
      tokens.json.flush();
    }
  }

  void ofCorpus(Corpus corpus) throws IOException {
    corpus.problems().forEach(problem -> System.err.println("left out: " + problem));
    for (Corpus.Row row : corpus.rows()) {
      begin(row.comment(), row.id(), row.test() ? "test" : "train", row.group(), row.language());
      for (Category category : row.labels().stream().sorted().toList()) {
        json.writeString(category.label());
      }
      end();
    }
  }

  /**
   * @throws IOException when it cannot be read; a line of another form is reported and left out
   */
  void ofPublic(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        int tab = line.indexOf('\t');
        String[] labels = tab < 0 ? new String[0] : line.substring(0, tab).split(",", -1);
        if (tab < 0 || !Stream.of(labels).allMatch(l -> l.matches("[01]?"))) {
          System.err.println(
              "left out: "
                  + file
                  + ":"
                  + number
                  + ": expected labels of 1, 0 or nothing, a tab, a text");
          continue;
        }
        Comment comment = Comment.of(line.substring(tab + 1), "", "", Optional.empty(), "school");
        begin(comment, name + ":" + number, "train", name, "en");
        for (String label : labels) {
          if (label.isEmpty()) {
            json.writeNull();
          } else {
            json.writeNumber(Integer.parseInt(label));
          }
        }
        end();
      }
    }
  }

  private void begin(Comment comment, String id, String split, String group, String language)
      throws IOException {
    EncoderText text = EncoderText.of(comment);
    int[] ids = pieces.encode(text.text(), text.parent(), WordPieces.MOST);
    json.writeStartObject();
    json.writeFieldName("ids");
    json.writeArray(ids, 0, ids.length);
    json.writeStringField("id", id);
    json.writeStringField("split", split);
    json.writeStringField("group", group);
    json.writeStringField("lang", language);
    json.writeArrayFieldStart("labels");
  }

  private void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
