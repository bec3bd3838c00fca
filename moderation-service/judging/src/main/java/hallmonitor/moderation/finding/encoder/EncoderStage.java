package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.SecondStage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The second stage: a scout, small and quick, looks at what the linear model does not clear, and
 * the encoder at what the scout does not clear.
 */
public final class EncoderStage implements SecondStage, AutoCloseable {
  /** Where the encoder that ships lies on the class path. */
  public static final String FOLDER = "/model/encoder/";

  /** The same of the scout, which reads by the encoder's vocabulary. */
  public static final String SCOUT = "/model/scout/";

  private static final String VOCABULARY = "vocabulary.txt";

  private final WordPieces pieces;

  /** From the quickest to the best. */
  private final List<EncoderStep> steps;

  private EncoderStage(WordPieces pieces, List<EncoderStep> steps) {
    this.pieces = pieces;
    this.steps = List.copyOf(steps);
  }

  /** All that decides what it answers, as resources of the class path. */
  public static List<String> files() {
    return Stream.of(
            Stream.of(FOLDER + VOCABULARY),
            EncoderStep.FILES.stream().map(FOLDER::concat),
            EncoderStep.FILES.stream().map(SCOUT::concat))
        .flatMap(s -> s)
        .toList();
  }

  /**
   * The one that ships with this build, or empty when the build has none. Takes about half a second
   * and 100 MB.
   *
   * @throws EncoderException when one of its files is missing or wrong, or when this machine cannot
   *     run it
   */
  public static Optional<EncoderStage> shipped() {
    return shipped(Duration.ofMinutes(1));
  }

  /**
   * The same.
   *
   * @param limit after which a look is stopped, which then has failed
   */
  public static Optional<EncoderStage> shipped(Duration limit) {
    return in(List.of(SCOUT, FOLDER), limit);
  }

  /**
   * The same from other folders of the class path, with the limit of a minute.
   *
   * @param folders names that begin and end with a slash, from the quickest to the best, which has
   *     the vocabulary
   */
  public static Optional<EncoderStage> in(String... folders) {
    return in(List.of(folders), Duration.ofMinutes(1));
  }

  /**
   * The same from other folders of the class path, whose names begin and end with a slash.
   *
   * @param folders from the quickest to the best, which has the vocabulary
   */
  static Optional<EncoderStage> in(List<String> folders, Duration limit) {
    String best = folders.get(folders.size() - 1);
    if (!ModelResource.isThere(best + EncoderStep.MODEL)) {
      return Optional.empty();
    }
    List<EncoderStep> steps = new ArrayList<>();
    try (InputStream vocabulary = ModelResource.open(best + VOCABULARY)) {
      WordPieces pieces = new WordPieces(vocabulary);
      for (String folder : folders) {
        String name = folder.equals(best) ? "encoder" : "scout";
        List<String> before = steps.isEmpty() ? List.of() : steps.get(steps.size() - 1).terms();
        steps.add(EncoderStep.read(folder, name, before, pieces.padding(), limit));
      }
      EncoderStage stage = new EncoderStage(pieces, steps);
      if (steps.stream().anyMatch(step -> !step.labels().equals(stage.labels()))) {
        throw new EncoderException("The encoders under " + folders + " have different labels.");
      }
      return Optional.of(stage);
    } catch (EncoderException e) {
      close(steps);
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      close(steps);
      throw new EncoderException("The files under " + folders + " cannot be read.", e);
    } catch (LinkageError e) {
      throw new EncoderException(
          "This machine cannot load onnxruntime (" + e.getMessage() + ").", e);
    }
  }

  @Override
  public Optional<Map<Category, Double>> look(
      Comment comment, LinearScores linear, List<Finding> before) {
    Optional<Map<Category, Double>> seen = Optional.empty();
    ToDoubleFunction<Category> known = linear::probability;
    float[] opinions = {};
    int[] ids = null;
    for (EncoderStep step : steps) {
      if (!step.isWorthALook(known, before)) {
        return seen;
      }
      ids = ids == null ? ids(comment) : ids;
      opinions = step.opinions(opinions, ids);
      Map<Category, Double> probabilities = step.stack().probabilities(linear, opinions);
      known = category -> probabilities.getOrDefault(category, linear.probability(category));
      seen = Optional.of(probabilities);
    }
    return seen;
  }

  private int[] ids(Comment comment) {
    EncoderText text = EncoderText.of(comment);
    return pieces.encode(text.text(), text.parent(), WordPieces.MOST);
  }

  /** The encoder's opinions of a comment before they are stacked, in the order of the labels. */
  public float[] logits(Comment comment) {
    return best().encoder().logits(ids(comment));
  }

  /** The same of the scout; of the encoder where there is no scout. */
  public float[] scoutLogits(Comment comment) {
    return steps.get(0).encoder().logits(ids(comment));
  }

  /** What the logits mean, in their order. */
  public List<String> labels() {
    return best().labels();
  }

  private EncoderStep best() {
    return steps.get(steps.size() - 1);
  }

  /** Only when no thread judges any more. */
  @Override
  public void close() {
    close(steps);
  }

  private static void close(List<EncoderStep> steps) {
    steps.forEach(step -> step.encoder().close());
  }
}
