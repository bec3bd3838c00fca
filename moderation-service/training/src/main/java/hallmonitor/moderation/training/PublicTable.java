package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table that {@code encoder/public.py} builds from public data sets: tab-separated, with
 * a header of split, source, the sets' own labels (1, 0 or nothing for unknown) and text. Maps
 * those labels to the project's categories.
 */
final class PublicTable {
  private static final List<String> HEADER =
      List.of(
          "split",
          "source",
          "toxic",
          "obscene",
          "threat",
          "insult",
          "identity",
          "sexual",
          "spam",
          "school",
          "text");

  private PublicTable() {}

  /**
   * Reads the table.
   *
   * @throws IOException if it cannot be read or its header differs; a bad line becomes a problem
   *     with its number, and reading continues
   */
  static Corpus read(Path file) throws IOException {
    List<Corpus.Row> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      List<String> header = Arrays.asList(String.valueOf(lines.readLine()).split("\t", -1));
      if (!header.equals(HEADER)) {
        throw new IOException(
            file + ":1: the header must be " + String.join(", ", HEADER) + ", between tabs");
      }
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] cells = line.split("\t", -1);
        if (cells.length != HEADER.size()) {
          problems.add(
              file
                  + ":"
                  + number
                  + ": "
                  + HEADER.size()
                  + " columns expected, "
                  + cells.length
                  + " found");
          continue;
        }
        try {
          rows.add(row(file.getFileName() + ":" + number, cells));
        } catch (IllegalArgumentException e) {
          problems.add(file + ":" + number + ": " + e.getMessage());
        }
      }
    }
    return new Corpus(rows, problems);
  }

  private static Corpus.Row row(String id, String[] cells) {
    Split split = Split.of(cells[0]);
    Labels given = new Labels();
    Boolean toxic = known(cells[2]);
    given.put(Category.PROFANITY, known(cells[3]));
    given.put(Category.THREAT, known(cells[4]));
    Boolean insult = known(cells[5]);
    // Text that one set calls toxic but not an insult is an insult in another.
    boolean inDoubt = Boolean.TRUE.equals(toxic) && !Boolean.TRUE.equals(insult);
    given.put(Category.BULLYING, inDoubt ? null : insult);
    given.put(Category.HATE, known(cells[6]));
    given.put(Category.SEXUAL, known(cells[7]));
    given.put(Category.SPAM, known(cells[8]));
    Boolean school = known(cells[9]);
    given.put(Category.THREAT_REPORT, school);
    given.put(Category.SELF_HARM, school);
    given.put(Category.ABUSE_DISCLOSURE, school);
    given.put(Category.CONFIDENTIAL, school);
    Comment comment = Comment.of(cells[10], "", "", Optional.empty(), "school");
    return new Corpus.Row(
        id,
        cells[1],
        split,
        cells[1],
        given.labels,
        given.unknown,
        Optional.ofNullable(toxic),
        "en",
        comment);
  }

  private static @Nullable Boolean known(String cell) {
    return switch (cell) {
      case "1" -> true;
      case "0" -> false;
      case "" -> null;
      default -> throw new IllegalArgumentException("a label is 1, 0 or nothing, not " + cell);
    };
  }

  private static final class Labels {
    private final Set<Category> labels = EnumSet.noneOf(Category.class);
    private final Set<Category> unknown = EnumSet.allOf(Category.class);

    private void put(Category category, @Nullable Boolean applies) {
      if (applies != null) {
        unknown.remove(category);
        if (applies) {
          labels.add(category);
        }
      }
    }
  }
}
