package hallmonitor.importer;

import hallmonitor.importer.format.ExportFile.RecognizedPart;
import hallmonitor.importer.format.RowStream;
import hallmonitor.importer.format.SourceRow;
import hallmonitor.importer.format.Writer;
import hallmonitor.settings.tool.ToolFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a file to its end without sending anything, and says what would be sent. */
final class ImportRehearsal {
  private static final int MOST_EXAMPLES = 5;

  private final PrintStream out;

  ImportRehearsal(PrintStream out) {
    this.out = out;
  }

  /** Returns whether every line can be made a row. */
  boolean of(Path file, List<RecognizedPart> parts, Writer writer, ImportProgress progress)
      throws IOException {
    boolean good = true;
    for (RecognizedPart one : parts) {
      good &= part(file, one, writer, progress);
    }
    return good;
  }

  private boolean part(Path file, RecognizedPart one, Writer writer, ImportProgress progress)
      throws IOException {
    Map<String, Long> kinds = new TreeMap<>();
    long refused = 0;
    try (InputStream opened = one.part().open();
        InputStream in = new BufferedInputStream(progress.counting(opened))) {
      RowStream rows = one.format().rows(one.part(), in, writer);
      for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        SourceRow read = row.get();
        if (read.row().isPresent()) {
          kinds.merge(read.row().get().path("kind").asText("without kind"), 1L, Long::sum);
        } else if (++refused <= MOST_EXAMPLES) {
          out.printf("  %s %d %s%n", read.unit(), read.number(), read.refusal());
        }
        progress.done(1);
      }
    } catch (IOException e) {
      throw new ToolFailure("%s, %s: %s.".formatted(file, one.part().name(), e.getMessage()));
    }
    progress.end();
    out.printf(
        "%s (%s): %s%s%n",
        one.part().name(),
        one.format().words(),
        kinds.isEmpty() ? "no rows" : words(kinds),
        refused == 0 ? "" : ", %,d cannot be rows".formatted(refused));
    return refused == 0;
  }

  private static String words(Map<String, Long> kinds) {
    return String.join(
        ", ",
        kinds.entrySet().stream()
            .map(kind -> "%,d rows of kind %s".formatted(kind.getValue(), kind.getKey()))
            .toList());
  }
}
