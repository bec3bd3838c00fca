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
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes labeled comments as the encoder reads them in training. {@code EncoderRows SOURCES...}
 * prints one JSON object per line with the piece {@code ids}, the {@code split}, whether the row is
 * {@code public}, and the known {@code targets} by encoder label.
 */
public final class EncoderRows {
  private final WordPieces pieces;
  private final JsonGenerator json;

  EncoderRows(WordPieces pieces, OutputStream out) throws IOException {
    this.pieces = pieces;
    this.json = new JsonFactory().createGenerator(out);
    json.setRootValueSeparator(null);
  }

  /**
   * Runs the command.
   *
   * @throws IOException if a file cannot be read or writing fails
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: EncoderRows CORPUS-FOLDER... [--public FILE.tsv]");
      System.exit(2);
    }
    try (InputStream vocabulary =
            EncoderRows.class.getResourceAsStream("/model/encoder/vocabulary.txt");
        OutputStream out =
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
      EncoderRows tokens = new EncoderRows(new WordPieces(vocabulary), out);
      for (Corpus.Row row : Sources.read(List.of(args)).rows()) {
        tokens.write(row);
      }
      tokens.flush();
    }
  }

  void write(Corpus.Row row) throws IOException {
    EncoderText text = EncoderText.of(row.comment());
    int[] ids = pieces.encode(text.text(), text.parent(), WordPieces.MOST);
    json.writeStartObject();
    json.writeFieldName("ids");
    json.writeArray(ids, 0, ids.length);
    json.writeStringField("id", row.id());
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

  void flush() throws IOException {
    json.flush();
  }
}
