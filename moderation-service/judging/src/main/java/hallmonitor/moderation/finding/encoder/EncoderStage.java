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
 * The shipped second stage. A small, fast scout scores the comments that the linear model does not
 * clear, and the encoder scores those that the scout does not clear.
 */
public final class EncoderStage implements SecondStage, AutoCloseable {
  /** Location of the shipped encoder on the class path. */
  public static final String FOLDER = "/model/encoder/";

  /** Location of the shipped scout, which uses the encoder's vocabulary. */
  public static final String SCOUT = "/model/scout/";

  private static final String VOCABULARY = "vocabulary.txt";

  private final WordPieces pieces;

  /** From the fastest to the best. */
  private final List<EncoderStep> steps;

  private EncoderStage(WordPieces pieces, List<EncoderStep> steps) {
    this.pieces = pieces;
    this.steps = List.copyOf(steps);
  }

  /** Returns the class path resources that determine its answers. */
  public static List<String> files() {
    return Stream.of(
            Stream.of(FOLDER + VOCABULARY),
            EncoderStep.FILES.stream().map(FOLDER::concat),
            EncoderStep.FILES.stream().map(SCOUT::concat))
        .flatMap(s -> s)
        .toList();
  }

  /**
   * Loads the shipped stage, or returns empty if this build has none. Takes about half a second and
   * 100 MB.
   *
   * @throws EncoderException if a file is missing or wrong, or if this machine cannot run the model
   */
  public static Optional<EncoderStage> shipped() {
    return shipped(Duration.ofMinutes(1));
  }

  /**
   * Loads the shipped stage with a time limit.
   *
   * @param limit time after which a look is stopped and counts as failed
   */
  public static Optional<EncoderStage> shipped(Duration limit) {
    return in(List.of(SCOUT, FOLDER), limit);
  }

  /**
   * Loads a stage from other class path folders, with a limit of one minute.
   *
   * @param folders names that begin and end with a slash, from the fastest to the best, which holds
   *     the vocabulary
   */
  public static Optional<EncoderStage> in(String... folders) {
    return in(List.of(folders), Duration.ofMinutes(1));
  }

  /**
   * Loads a stage from other class path folders, whose names begin and end with a slash.
   *
   * @param folders from the fastest to the best, which holds the vocabulary
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
      Map<Category, Double> probabilities = step.stack().probabilities(linear, before, opinions);
      known = category -> probabilities.getOrDefault(category, linear.probability(category));
      seen = Optional.of(probabilities);
    }
    return seen;
  }

  @Override
  public double provenFrom(Category category) {
    return best().stack().provenFrom(category);
  }

  private int[] ids(Comment comment) {
    EncoderText text = EncoderText.of(comment);
    return pieces.encode(text.text(), text.parent(), WordPieces.MOST);
  }

  /** Returns the encoder's logits before stacking, in the order of the labels. */
  public float[] logits(Comment comment) {
    return best().encoder().logits(ids(comment));
  }

  /** Returns the scout's logits, or the encoder's if there is no scout. */
  public float[] scoutLogits(Comment comment) {
    return steps.get(0).encoder().logits(ids(comment));
  }

  /** Returns the labels of the logits, in order. */
  public List<String> labels() {
    return best().labels();
  }

  private EncoderStep best() {
    return steps.get(steps.size() - 1);
  }

  /** Closes all models. Call only when no thread judges anymore. */
  @Override
  public void close() {
    close(steps);
  }

  private static void close(List<EncoderStep> steps) {
    steps.forEach(step -> step.encoder().close());
  }
}
