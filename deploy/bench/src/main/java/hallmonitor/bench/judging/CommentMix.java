package hallmonitor.bench.judging;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stream of comments without an end, the same in every run: the exam's ordinary day in English
 * and Spanish, and harmful comments of the corpus's test split in a given share. No two texts are
 * equal, because what equal texts save must not count.
 */
public final class CommentMix {
  private static final List<String> FIRST =
      List.of(
          "blue", "green", "early", "quiet", "round", "little", "sunny", "paper", "silver",
          "north");
  private static final List<String> SECOND =
      List.of(
          "lantern", "garden", "river", "window", "basket", "pencil", "bridge", "maple", "kite",
          "drum");

  private final List<Posted> harmless;
  private final List<Posted> harmful;
  private final double share;

  private CommentMix(List<Posted> harmless, List<Posted> harmful, double share) {
    this.harmless = harmless;
    this.harmful = harmful;
    this.share = share;
  }

  /**
   * Reads the comments.
   *
   * @param root the project's folder
   * @param harmfulShare from 0 to 1
   */
  public static CommentMix of(Path root, double harmfulShare) {
    Path exam = root.resolve("moderation-service/training/exam/ordinary");
    List<Posted> ordinary = Sample.merged(posted(exam.resolve("en")), posted(exam.resolve("es")));
    return new CommentMix(ordinary, Sample.harmfulOfTestSplit(root), harmfulShare);
  }

  private static List<Posted> posted(Path folder) {
    return Stream.of(folder)
        .flatMap(in -> LabeledFiles.in(in).stream())
        .map(LabeledFiles.Labeled::posted)
        .toList();
  }

  /** Returns whether a comment of the stream is one of the harmful ones. */
  public boolean isHarmful(int number) {
    return Math.floor((number + 1) * share) > Math.floor(number * share);
  }

  /**
   * Returns a comment of the stream.
   *
   * @param number from 0
   */
  public Posted at(int number) {
    List<Posted> from = isHarmful(number) ? harmful : harmless;
    int nth = isHarmful(number) ? (int) Math.floor(number * share) : number;
    Posted row = from.get(nth % from.size());
    int round = nth / from.size();
    return round == 0
        ? row
        : new Posted(row.text() + " " + words(round), row.author(), row.post(), row.parent());
  }

  /** Returns harmless words, different for each of the first thousands of rounds. */
  private static String words(int round) {
    StringBuilder words = new StringBuilder();
    for (int rest = round; rest > 0; rest /= 100) {
      words.append(words.isEmpty() ? "" : " ").append(FIRST.get(rest % 10)).append(' ');
      words.append(SECOND.get(rest / 10 % 10));
    }
    return words.toString();
  }
}
