package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Labeled comments, read from folders of CSV files with the columns id, split, group, labels, text,
 * author, post, parent. The folder's name is the language.
 *
 * @param problems the rows that could not be used, each by file and line
 */
public record Corpus(List<Row> rows, List<String> problems) {
  /**
   * A labeled comment.
   *
   * @param source {@link #OWN}, or the name of the public data set
   * @param group author or template: rows of one group always stay in one split
   * @param labels the categories that apply; all others do not apply, except the unknown ones
   * @param unknown categories that no one has labeled; empty for the project's own rows
   * @param toxic a label of public sets that is not a category: rude enough to make people leave
   */
  public record Row(
      String id,
      String source,
      Split split,
      String group,
      Set<Category> labels,
      Set<Category> unknown,
      Optional<Boolean> toxic,
      String language,
      Comment comment) {
    public Row {
      labels = Set.copyOf(labels);
      unknown = Set.copyOf(unknown);
    }

    /** Returns whether the labels say if a category applies. */
    boolean knows(Category category) {
      return !unknown.contains(category);
    }

    boolean is(Category category) {
      return labels.contains(category);
    }

    boolean isOwn() {
      return source.equals(OWN);
    }

    /**
     * Returns whether it is from an ordinary day: what people write under a school's posts, harmful
     * or not as it comes, and not chosen because it is hard to judge.
     */
    boolean isOrdinary() {
      return isOwn() && group.startsWith(ORDINARY);
    }
  }

  /** Source of the project's own rows, and of rows that a district adds. */
  public static final String OWN = "own";

  private static final String ORDINARY = "ordinary-";
  private static final String KIND = "school";

  private static final Set<String> SPLITS = Set.of("train", "dev", "test");
  private static final List<String> NEEDED = List.of("split", "labels", "text");

  /** Returns the rows of one split, in order. */
  public List<Row> of(Split split) {
    return rows.stream().filter(row -> row.split() == split).toList();
  }

  /** Returns both together, this corpus's rows first. */
  public Corpus and(Corpus other) {
    List<Row> all = new ArrayList<>(rows);
    all.addAll(other.rows);
    List<String> both = new ArrayList<>(problems);
    both.addAll(other.problems);
    return new Corpus(all, both);
  }

  public Corpus {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /** Returns files in path order, so that the same corpus always gives the same model. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
  }

  /**
   * Reads a corpus.
   *
   * @throws IOException if the folder or a file cannot be read at all
   */
  public static Corpus read(Path folder) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      readFile(file, rows, problems);
    }
    return new Corpus(rows, problems);
  }

  private static void readFile(Path file, List<Row> rows, List<String> problems)
      throws IOException {
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    Path folder =
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    String language = folder.getFileName().toString();
    try (Reader in = Files.newBufferedReader(file, UTF_8);
        MappingIterator<Map<String, String>> lines =
            new CsvMapper().readerForMapOf(String.class).with(schema).readValues(in)) {
      Optional<String> missing = lines.hasNextValue() ? missing(lines) : Optional.empty();
      if (missing.isPresent()) {
        problems.add(
            file + ":1: these are no labeled comments: there is no column " + missing.get());
        return;
      }
      while (lines.hasNextValue()) {
        Map<String, String> line = lines.nextValue();
        int number = lines.getCurrentLocation().getLineNr() - 1;
        try {
          rows.add(row(line, language));
        } catch (IllegalArgumentException e) {
          problems.add(file + ":" + number + ": " + e.getMessage());
        }
      }
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(
          file
              + ":"
              + at
              + ": this is not a row of CSV, so the file ends here: "
              + e.getOriginalMessage());
    }
  }

  private static Optional<String> missing(MappingIterator<?> lines) {
    CsvSchema header = (CsvSchema) lines.getParser().getSchema();
    return NEEDED.stream().filter(column -> header.column(column) == null).findFirst();
  }

  private static Row row(Map<String, String> line, String language) {
    String text = line.getOrDefault("text", "");
    if (text.isBlank()) {
      throw new IllegalArgumentException("the column 'text' is empty or missing");
    }
    String split = line.getOrDefault("split", "");
    if (!SPLITS.contains(split)) {
      throw new IllegalArgumentException("split must be train, dev or test, not '" + split + "'");
    }
    Set<Category> labels = EnumSet.noneOf(Category.class);
    for (String label : line.getOrDefault("labels", "").strip().split("[ ;|]+")) {
      if (!label.isEmpty()) {
        labels.add(
            Category.of(label)
                .orElseThrow(
                    () -> new IllegalArgumentException("there is no label '" + label + "'")));
      }
    }
    Optional<String> parent = Optional.ofNullable(line.get("parent")).filter(p -> !p.isBlank());
    Comment comment =
        Comment.of(
            LinkEndings.live(text),
            line.getOrDefault("author", ""),
            line.getOrDefault("post", ""),
            parent,
            KIND);
    String group = line.getOrDefault("group", "");
    return new Row(
        line.getOrDefault("id", ""),
        OWN,
        split.equals("train") ? Split.ofTraining(group) : Split.of(split),
        group,
        labels,
        Set.of(),
        Optional.empty(),
        language,
        comment);
  }
}
