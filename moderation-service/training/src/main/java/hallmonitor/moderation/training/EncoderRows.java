package hallmonitor.moderation.training;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import hallmonitor.moderation.finding.encoder.EncoderText;
import hallmonitor.moderation.finding.encoder.WordPieces;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes labeled comments as the encoder reads them in training. {@code EncoderRows multilingual
 * VOCABULARY SOURCES...}, or {@code english}, prints one JSON object per line with the piece {@code
 * ids}, those of its {@code post} separately, the {@code split}, whether the row is {@code public},
 * and the known {@code targets} by encoder label.
 */
public final class EncoderRows {
  private static final String ENGLISH = "english";

  private final WordPieces pieces;
  private final boolean isEnglish;
  private final JsonGenerator json;

  /**
   * Creates a writer.
   *
   * @param isEnglish whether the rows are for a model that knows only English
   */
  EncoderRows(WordPieces pieces, boolean isEnglish, OutputStream out) throws IOException {
    this.pieces = pieces;
    this.isEnglish = isEnglish;
    this.json = new JsonFactory().createGenerator(out);
    json.setRootValueSeparator(null);
  }

  /**
   * Runs the command.
   *
   * @throws IOException if a file cannot be read or writing fails
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 3 || !List.of("multilingual", ENGLISH).contains(args[0])) {
      System.err.println(
          "usage: EncoderRows multilingual|english VOCABULARY CORPUS-FOLDER... [--public FILE.tsv]");
      System.exit(2);
    }
    List<String> sources = List.of(args).subList(2, args.length);
    try (InputStream vocabulary = Files.newInputStream(Path.of(args[1]));
        OutputStream out =
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
      EncoderRows tokens =
          new EncoderRows(new WordPieces(vocabulary), args[0].equals(ENGLISH), out);
      for (Corpus.Row row : Sources.read(sources).rows()) {
        tokens.write(row);
      }
      tokens.flush();
    }
  }

  void write(Corpus.Row row) throws IOException {
    EncoderText text =
        isEnglish ? EncoderText.inEnglish(row.comment()) : EncoderText.of(row.comment());
    json.writeStartObject();
    ids("ids", pieces.encode(new EncoderText(text.text(), text.parent(), "")));
    ids("post", pieces.post(text.post()));
    json.writeStringField("id", row.id());
    json.writeStringField("language", row.language());
    json.writeStringField("split", row.split().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("public", !row.isOwn());
    json.writeObjectFieldStart("targets");
    for (Map.Entry<String, Boolean> target : LabelTargets.of(row).entrySet()) {
      json.writeNumberField(target.getKey(), target.getValue() ? 1 : 0);
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void ids(String name, int[] ids) throws IOException {
    json.writeFieldName(name);
    json.writeArray(ids, 0, ids.length);
  }

  void flush() throws IOException {
    json.flush();
  }
}
