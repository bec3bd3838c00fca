package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.SecondStage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The shipped second stage: models from the fastest to the best. A small, fast scout scores the
 * comments that the linear model does not clear, a multilingual model those that the scout does not
 * clear, and an English model those that are doubtful even then; each weighs the earlier answers.
 * Equal texts are read once.
 */
public final class EncoderStage implements SecondStage, AutoCloseable {
  private static final String MULTILINGUAL = "/model/multilingual/";
  private static final String ENGLISH = "/model/english/";

  /** What ships, from the fastest to the best. */
  private static final List<EncoderSource> SHIPPED =
      List.of(
          EncoderSource.multilingual("/model/scout/", MULTILINGUAL),
          EncoderSource.multilingual(MULTILINGUAL, MULTILINGUAL),
          EncoderSource.english(ENGLISH, ENGLISH));

  /** Default number of texts for which each model keeps its answers; at most 2.5 MB per model. */
  public static final int KEPT = 4_096;

  /** Default time limit of a run. */
  private static final Duration RUN = Duration.ofMinutes(1);

  /** Default time that a model stays in memory after its last run. */
  private static final Duration REST = Duration.ofMinutes(1);

  /**
   * How often one of its models was needed since it was loaded.
   *
   * @param model such as {@code scout}
   * @param read texts that the model read, including those it failed on
   * @param remembered texts that it had read before, word for word, so that its answer was known
   */
  public record Looks(String model, long read, long remembered) {
    /** Returns the number of comments that reached the model. */
    public long all() {
      return read + remembered;
    }
  }

  /** From the fastest to the best. */
  private final List<EncoderStep> steps;

  private EncoderStage(List<EncoderStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Returns the class path resources that determine its answers. */
  public static List<String> files() {
    return SHIPPED.stream()
        .flatMap(
            source ->
                Stream.concat(
                    Stream.of(source.vocabularyFile()),
                    EncoderStep.FILES.stream().map(source.folder()::concat)))
        .distinct()
        .toList();
  }

  /**
   * Returns the shipped stage, or empty if this build has none. Its models take 200 MB while they
   * are used; a minute later they leave the memory. Loading them again takes about a second.
   *
   * @throws EncoderException if a file is missing or wrong
   */
  public static Optional<EncoderStage> shipped() {
    return shipped(RUN, REST);
  }

  /**
   * Returns the shipped stage with time limits.
   *
   * @param run time after which a run is stopped and counts as failed
   * @param rest time without a run after which a model leaves the memory
   */
  public static Optional<EncoderStage> shipped(Duration run, Duration rest) {
    return in(SHIPPED, new Encoder.Limits(run, rest), KEPT);
  }

  /**
   * Returns the shipped stage with a number of answers to keep.
   *
   * @param kept number of texts for which each model keeps its answers, so that equal texts are
   *     read once; 0 for none. A text takes about 600 bytes.
   */
  public static Optional<EncoderStage> shipped(int kept) {
    return in(SHIPPED, new Encoder.Limits(RUN, REST), kept);
  }

  /**
   * Returns a stage of English models in other class path folders.
   *
   * @param folders names that begin and end with a slash, from the fastest model to the best; the
   *     last one holds the vocabulary
   */
  public static Optional<EncoderStage> in(String... folders) {
    return in(List.of(folders), KEPT);
  }

  /**
   * Does the same with a number of answers to keep.
   *
   * @param kept number of texts for which each model keeps its answers
   */
  static Optional<EncoderStage> in(List<String> folders, int kept) {
    String vocabulary = folders.get(folders.size() - 1);
    return in(
        folders.stream().map(folder -> EncoderSource.english(folder, vocabulary)).toList(),
        new Encoder.Limits(RUN, REST),
        kept);
  }

  private static Optional<EncoderStage> in(
      List<EncoderSource> sources, Encoder.Limits limits, int kept) {
    if (!ModelResource.isThere(sources.get(sources.size() - 1).folder() + EncoderStep.MODEL)) {
      return Optional.empty();
    }
    List<EncoderStep> steps = new ArrayList<>();
    try {
      Map<String, PieceReader> readers = new HashMap<>();
      for (EncoderSource source : sources) {
        List<String> before = steps.isEmpty() ? List.of() : steps.get(steps.size() - 1).terms();
        PieceReader reader = readers.get(source.vocabulary());
        if (reader == null) {
          reader = source.reader();
          readers.put(source.vocabulary(), reader);
        }
        steps.add(EncoderStep.read(source, before, reader, limits, kept));
      }
      EncoderStage stage = new EncoderStage(steps);
      if (steps.stream().anyMatch(step -> !step.labels().equals(stage.labels()))) {
        throw new EncoderException(
            "The encoders under " + folders(sources) + " have different labels.");
      }
      return Optional.of(stage);
    } catch (EncoderException e) {
      close(steps);
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      close(steps);
      throw new EncoderException("The files under " + folders(sources) + " cannot be read.", e);
    }
  }

  private static List<String> folders(List<EncoderSource> sources) {
    return sources.stream().map(EncoderSource::folder).toList();
  }

  /**
   * Loads the smallest model, to see whether this machine can run such models.
   *
   * @throws EncoderException if it cannot
   */
  public void tryOut() {
    steps.get(0).encoder().load();
  }

  @Override
  public void prepare() {
    steps.forEach(step -> step.encoder().load());
  }

  /** Returns whether any model is in memory now. */
  boolean isLoaded() {
    return steps.stream().anyMatch(step -> step.encoder().isLoaded());
  }

  @Override
  public Optional<Map<Category, Double>> look(
      Comment comment, LinearScores linear, List<Finding> before) {
    Optional<Map<Category, Double>> seen = Optional.empty();
    ToDoubleFunction<Category> known = linear::probability;
    float[] opinions = {};
    PieceReader reader = null;
    int[] ids = {};
    for (EncoderStep step : steps) {
      if (!step.routing().isWorthALook(linear, known, opinions, before)) {
        return seen;
      }
      if (step.reader() != reader) { // cut once for all models that read alike
        reader = step.reader();
        ids = reader.ids(comment);
      }
      opinions = step.opinions(opinions, ids);
      Map<Category, Double> probabilities = step.stack().probabilities(linear, before, opinions);
      known = category -> probabilities.getOrDefault(category, linear.probability(category));
      seen = Optional.of(probabilities);
    }
    return seen;
  }

  @Override
  public boolean isWorthALook(LinearScores linear, List<Finding> before) {
    return steps.get(0).routing().isWorthALook(linear, linear::probability, new float[0], before);
  }

  @Override
  public double provenFrom(Category category) {
    return best().stack().provenFrom(category);
  }

  @Override
  public double provenBesideRuleFrom(Category category) {
    return best().stack().provenBesideRuleFrom(category);
  }

  /** Returns how often each model was needed, from the fastest to the best. */
  public List<Looks> looks() {
    return steps.stream()
        .map(step -> new Looks(step.name(), step.cache().read(), step.cache().remembered()))
        .toList();
  }

  /** Returns the names of the models, from the fastest to the best. */
  public List<String> models() {
    return steps.stream().map(EncoderStep::name).toList();
  }

  /**
   * Returns one model's logits before stacking, in the order of the labels.
   *
   * @param model index in {@link #models}
   */
  public float[] logits(int model, Comment comment) {
    EncoderStep step = steps.get(model);
    return step.encoder().logits(step.reader().ids(comment));
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
