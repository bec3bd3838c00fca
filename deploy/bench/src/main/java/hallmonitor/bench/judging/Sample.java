package hallmonitor.bench.judging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import hallmonitor.moderation.finding.Comment;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Comments of about 80 characters from the project's corpus, mixed as on a school's page: nine
 * harmless ones for each that breaks a rule, and one in four Spanish.
 */
final class Sample {
  static final int SIZE = 4_000;
  private static final int SHORTEST = 60;
  private static final int LONGEST = 100;

  /** Platforms show a name with every comment; the corpus gives one only where it matters. */
  private static final String ANYBODY = "Dana Reyes";

  private static final Random CHANCE = new Random(7);

  /** A comment before any processing. */
  record Posted(String text, String author) {
    Comment comment() {
      return Comment.of(text, author, "", Optional.empty(), "school");
    }
  }

  private Sample() {}

  static List<Posted> read() {
    Path corpus = Path.of("moderation-service/training/corpus");
    List<Posted> sample = new ArrayList<>();
    for (Map.Entry<String, Integer> part : Map.of("en", SIZE * 3 / 4, "es", SIZE / 4).entrySet()) {
      List<Posted> harmless = new ArrayList<>();
      List<Posted> others = new ArrayList<>();
      read(corpus.resolve(part.getKey()), harmless, others);
      fill(sample, harmless, part.getValue() * 9 / 10);
      fill(sample, others, part.getValue() / 10);
    }
    Collections.shuffle(sample, CHANCE);
    return sample;
  }

  private static void fill(List<Posted> sample, List<Posted> from, int count) {
    for (int i = 0; i < count; i++) {
      sample.add(from.get(i % from.size()));
    }
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), "a file of the corpus has this column");
  }

  private static void read(Path folder, List<Posted> harmless, List<Posted> others) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        try (Reader in = Files.newBufferedReader(file, UTF_8);
            MappingIterator<Map<String, String>> rows =
                new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(in)) {
          while (rows.hasNext()) {
            Map<String, String> row = rows.next();
            String text = cell(row, "text");
            if (text.length() >= SHORTEST && text.length() <= LONGEST) {
              String author = cell(row, "author");
              (cell(row, "labels").isEmpty() ? harmless : others)
                  .add(new Posted(text, author.isEmpty() ? ANYBODY : author));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
