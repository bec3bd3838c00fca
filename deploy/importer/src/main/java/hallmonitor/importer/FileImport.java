package hallmonitor.importer;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.importer.format.ExportFile;
import hallmonitor.importer.format.ExportFile.RecognizedPart;
import hallmonitor.importer.format.RowStream;
import hallmonitor.importer.format.SourceRow;
import hallmonitor.importer.format.Writer;
import hallmonitor.settings.tool.ToolFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Imports one file. What an earlier run has done is read again and not sent again; a batch that it
 * sent without learning of it is sent again, which changes nothing.
 */
final class FileImport {
  private final Path file;
  private final ImportFiles files;
  private final PushClient endpoint;
  private final ImportProgress progress;
  private ImportState state;

  FileImport(ImportFiles files, ImportState state, PushClient endpoint, ImportProgress progress) {
    this.file = files.source();
    this.files = files;
    this.state = state;
    this.endpoint = endpoint;
    this.progress = progress;
  }

  /** Imports what is left of it, and returns what became of all of it. */
  ImportCounts run(List<RecognizedPart> parts, Writer writer) throws IOException {
    try (RefusedRows report = new RefusedRows(files.report(), state.reported())) {
      while (state.part() < parts.size()) {
        part(parts.get(state.part()), writer, report);
        keep(state.nextPart());
      }
      keep(state.whole());
    }
    return state.counts();
  }

  private void part(RecognizedPart readable, Writer writer, RefusedRows report) throws IOException {
    String name = readable.part().name();
    try (InputStream opened = readable.part().open();
        InputStream in = new BufferedInputStream(progress.counting(opened))) {
      RowStream rows = rows(readable, in, writer);
      skip(rows, state.rows());
      ImportBatch batch = new ImportBatch();
      for (Optional<SourceRow> row = next(name, rows, batch, report);
          row.isPresent();
          row = next(name, rows, batch, report)) {
        if (!batch.takes(row.get())) {
          deliver(name, batch, report);
          batch = new ImportBatch();
        }
        batch.add(row.get());
      }
      deliver(name, batch, report);
    }
  }

  private RowStream rows(RecognizedPart readable, InputStream in, Writer writer) {
    try {
      return readable.format().rows(readable.part(), in, writer);
    } catch (IOException e) {
      throw new ToolFailure("%s, %s: %s.".formatted(file, readable.part().name(), e.getMessage()));
    }
  }

  private static void skip(RowStream rows, long done) throws IOException {
    for (long i = 0; i < done; i++) {
      rows.next();
    }
  }

  /** What stands before a broken place is delivered before that is said. */
  private Optional<SourceRow> next(
      String part, RowStream rows, ImportBatch batch, RefusedRows report) throws IOException {
    try {
      return rows.next();
    } catch (IOException e) {
      deliver(part, batch, report);
      throw new ToolFailure(
          "%s, %s: %s. What stands before that is imported.".formatted(file, part, e.getMessage()));
    }
  }

  private void deliver(String part, ImportBatch batch, RefusedRows report) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    ImportCounts counts = state.counts().plusRefused(batch.refused().size());
    if (!batch.sent().isEmpty()) {
      JsonNode answer = endpoint.deliver(batch.body());
      counts = counts.plus(answer);
      report.add(part, batch.sent(), answer.path("errors"));
    }
    report.add(part, batch.refused());
    keep(state.after(batch.size(), counts, report.kept()));
    progress.done(batch.size());
  }

  private void keep(ImportState next) throws IOException {
    next.keep(files.state());
    state = next;
  }

  /** Opens the file, and says what is wrong with one that cannot be imported. */
  static ExportFile open(Path file) {
    try {
      return ExportFile.open(file);
    } catch (IOException e) {
      throw new ToolFailure("%s: %s.".formatted(file, e.getMessage()));
    }
  }
}
