package hallmonitor.bench.judging;

import hallmonitor.bench.judging.LabeledFiles.Labeled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The streams of comments that are judged. Each is the same in every run. */
public enum Sample {
  /**
   * The exam's ordinary day with author, post and parent as given, English and Spanish mixed in
   * their shares, and one harmful comment of the corpus's test split in each {@link
   * #HARMFUL_EVERY}.
   */
  ORDINARY("ordinary stream") {
    @Override
    List<Posted> read(Path root) {
      return withHarmful(ordinaryDay(root), harmfulOfTestSplit(root), HARMFUL_EVERY);
    }
  },

  /**
   * The same ordinary day while an account is under attack: one harmful comment in each {@link
   * #HARMFUL_EVERY_OF_MIXED}.
   */
  MIXED("mixed stream") {
    @Override
    List<Posted> read(Path root) {
      return withHarmful(ordinaryDay(root), harmfulOfTestSplit(root), HARMFUL_EVERY_OF_MIXED);
    }
  },

  /**
   * Comments of 60 to 100 characters from the corpus, most of them made to be hard to judge, each
   * with an author: nine harmless ones for each that breaks a rule, and one in four Spanish.
   */
  HARD("hard stream") {
    @Override
    List<Posted> read(Path root) {
      Path corpus = root.resolve(CORPUS);
      List<Posted> sample = new ArrayList<>();
      fill(sample, LabeledFiles.in(corpus.resolve("en")), SIZE * 3 / 4);
      fill(sample, LabeledFiles.in(corpus.resolve("es")), SIZE / 4);
      Collections.shuffle(sample, new Random(7));
      return sample;
    }
  };

  static final int HARMFUL_EVERY = 100;
  static final int HARMFUL_EVERY_OF_MIXED = 20;
  private static final String CORPUS = "moderation-service/training/corpus";
  private static final int SIZE = 4_000;
  private static final int SHORTEST = 60;
  private static final int LONGEST = 100;

  /** Platforms show a name with every comment; the corpus gives one only if it matters. */
  private static final String ANYBODY = "Dana Reyes";

  private final String words;

  Sample(String words) {
    this.words = words;
  }

  /**
   * Reads the stream.
   *
   * @param root the project's folder
   */
  abstract List<Posted> read(Path root);

  String words() {
    return words;
  }

  private static List<Posted> posted(List<Labeled> rows) {
    return rows.stream().map(Labeled::posted).toList();
  }

  /** Mixes two lists so that each part of the stream has about the same share of both. */
  static <T> List<T> merged(List<T> some, List<T> others) {
    List<T> merged = new ArrayList<>(some.size() + others.size());
    int taken = 0;
    for (int i = 0; i < some.size(); i++) {
      merged.add(some.get(i));
      int due = (int) ((i + 1L) * others.size() / some.size());
      merged.addAll(others.subList(taken, due));
      taken = due;
    }
    return merged;
  }

  private static List<Posted> ordinaryDay(Path root) {
    Path exam = root.resolve("moderation-service/training/exam/ordinary");
    return merged(
        posted(LabeledFiles.in(exam.resolve("en"))), posted(LabeledFiles.in(exam.resolve("es"))));
  }

  /**
   * Puts a harmful comment at every n-th place; they are taken evenly from all given ones.
   *
   * @param every at least 2
   */
  static <T> List<T> withHarmful(List<T> harmless, List<T> harmful, int every) {
    int needed = harmless.size() / (every - 1);
    List<T> stream = new ArrayList<>(harmless.size() + needed);
    int taken = 0;
    for (T comment : harmless) {
      stream.add(comment);
      if (stream.size() % every == every - 1 && taken < needed) {
        stream.add(harmful.get((int) ((long) taken * harmful.size() / needed)));
        taken++;
      }
    }
    return stream;
  }

  static List<Posted> harmfulOfTestSplit(Path root) {
    return Stream.of("en", "es")
        .flatMap(language -> LabeledFiles.in(root.resolve(CORPUS).resolve(language)).stream())
        .filter(row -> row.isHarmful() && row.split().equals("test"))
        .map(Labeled::posted)
        .toList();
  }

  private static void fill(List<Posted> sample, List<Labeled> rows, int count) {
    fill(sample, rows, false, count * 9 / 10);
    fill(sample, rows, true, count / 10);
  }

  private static void fill(List<Posted> sample, List<Labeled> rows, boolean harmful, int count) {
    List<Posted> from =
        rows.stream()
            .filter(row -> row.isHarmful() == harmful)
            .map(Labeled::posted)
            .filter(p -> p.text().length() >= SHORTEST && p.text().length() <= LONGEST)
            .map(p -> new Posted(p.text(), p.author().isEmpty() ? ANYBODY : p.author(), "", ""))
            .toList();
    for (int i = 0; i < count; i++) {
      sample.add(from.get(i % from.size()));
    }
  }
}
