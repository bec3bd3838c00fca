package hallmonitor.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.importer.format.SourceRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report: a line of JSON for each mistake, with its place and without what stands there. There
 * is no file as long as there is no mistake.
 */
final class RefusedRows implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("rows\\[(\\d+)\\]\\.?(.*)");

  private final RandomAccessFile report;
  private final Path file;

  /**
   * Opens a report.
   *
   * @param kept bytes that are known to belong to it; what a crash left after them is cut off
   */
  RefusedRows(Path file, long kept) throws IOException {
    this.file = file;
    this.report = new RandomAccessFile(file.toFile(), "rw");
    report.setLength(Math.min(kept, report.length()));
    report.seek(report.length());
  }

  /** Adds what could not be made a row of. */
  void add(String part, List<SourceRow> refused) throws IOException {
    for (SourceRow one : refused) {
      line(part, one, "", one.refusal());
    }
  }

  /** Adds what the endpoint refused of a batch. */
  void add(String part, List<SourceRow> sent, JsonNode errors) throws IOException {
    for (JsonNode error : errors) {
      Matcher place = PLACE.matcher(error.path("at").asText(""));
      if (place.matches() && Integer.parseInt(place.group(1)) < sent.size()) {
        SourceRow row = sent.get(Integer.parseInt(place.group(1)));
        line(part, row, place.group(2), error.path("error").asText(""));
      }
    }
  }

  private void line(String part, SourceRow row, String field, String error) throws IOException {
    var line = JSON.createObjectNode().put("file", part).put(row.unit(), row.number());
    if (!field.isEmpty()) {
      line.put("field", field);
    }
    report.write(JSON.writeValueAsBytes(line.put("error", error)));
    report.write('\n');
  }

  /** Returns its length once all of it is on the disk. */
  long kept() throws IOException {
    report.getFD().sync();
    return report.length();
  }

  @Override
  public void close() throws IOException {
    boolean empty = report.length() == 0;
    report.close();
    if (empty) {
      Files.deleteIfExists(file);
    }
  }
}
