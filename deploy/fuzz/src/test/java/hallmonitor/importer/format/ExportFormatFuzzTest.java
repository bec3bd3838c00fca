package hallmonitor.importer.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports of platforms and tables, as a person imports them; the first byte chooses the format. */
class ExportFormatFuzzTest {
  private static final ExportFormat[] FORMATS = ExportFormat.values();

  static Stream<Arguments> seeds() {
    return Stranger.choices(
        IntStream.range(0, FORMATS.length),
        "rows.ndjson",
        "rows.csv",
        "facebook-export.json",
        "tweets.js",
        "takeout.csv");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void everyRowIsReadOrRefusedAndABrokenFileSaysSo(byte[] input) throws Exception {
    ExportFormat format = FORMATS[Stranger.choice(input, FORMATS.length)];
    byte[] content = Stranger.rest(input);
    ExportPart part =
        new ExportPart("file", content.length, () -> new ByteArrayInputStream(content));
    Stranger.meets(
        () -> {
          ExportFormat.of(part);
          try (InputStream in = part.open()) {
            RowStream rows = format.rows(part, in, new Writer("9", "Dana"));
            Optional<SourceRow> row = rows.next();
            while (row.isPresent()) {
              row = rows.next();
            }
          }
        },
        IOException.class);
  }
}
