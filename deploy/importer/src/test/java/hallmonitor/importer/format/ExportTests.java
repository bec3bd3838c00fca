package hallmonitor.importer.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.importer.format.ExportFile.RecognizedPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Reads files as the import does. */
abstract class ExportTests {
  private static final Writer PAGE = new Writer("", "Maple Valley Schools");

  @TempDir Path folder;

  Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  static List<SourceRow> read(Path file) throws IOException {
    List<SourceRow> rows = new ArrayList<>();
    try (ExportFile export = ExportFile.open(file)) {
      Writer writer = export.owner().orElse(PAGE);
      for (RecognizedPart one : export.readable()) {
        try (InputStream in = one.part().open()) {
          RowStream stream = one.format().rows(one.part(), in, writer);
          for (Optional<SourceRow> row = stream.next(); row.isPresent(); row = stream.next()) {
            rows.add(row.get());
          }
        }
      }
    }
    return rows;
  }

  static JsonNode only(Path file) throws IOException {
    List<SourceRow> rows = read(file);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).refusal()).isEmpty();
    return rows.get(0).row().orElseThrow();
  }

  static List<String> refusals(Path file) throws IOException {
    return read(file).stream()
        .filter(row -> row.row().isEmpty())
        .map(row -> row.unit() + " " + row.number() + ": " + row.refusal())
        .toList();
  }
}
