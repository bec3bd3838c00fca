package hallmonitor.bench.judging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads labeled comments of the corpus and of the exam. */
final class LabeledFiles {
  /** A row of a file. */
  record Labeled(Posted posted, String split, boolean isHarmful) {}

  private LabeledFiles() {}

  /** Returns the rows of all files of a folder, in the order of the files' names. */
  static List<Labeled> in(Path folder) {
    List<Labeled> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        read(file, rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static void read(Path file, List<Labeled> rows) throws IOException {
    try (Reader in = Files.newBufferedReader(file, UTF_8);
        MappingIterator<Map<String, String>> lines =
            new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
      while (lines.hasNext()) {
        Map<String, String> line = lines.next();
        Posted posted =
            new Posted(
                cell(line, "text"), cell(line, "author"), cell(line, "post"), cell(line, "parent"));
        rows.add(new Labeled(posted, cell(line, "split"), !cell(line, "labels").isEmpty()));
      }
    }
  }

  private static String cell(Map<String, String> line, String column) {
    return Objects.requireNonNull(line.get(column), "a file of the corpus has this column");
  }
}
