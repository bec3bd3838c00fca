package hallmonitor.moderation.finding.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.SecondStage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The second stage: an encoder, the rule for what it looks at, and what its opinion weighs. */
public final class EncoderStage implements SecondStage, AutoCloseable {
  /** Where the one that ships lies on the class path. */
  public static final String FOLDER = "/model/encoder/";

  private static final String MODEL = "encoder.onnx";
  private static final String VOCABULARY = "vocabulary.txt";
  private static final String LABELS = "labels.txt";
  private static final String ROUTING = "routing.txt";
  private static final String STACK = "stack.txt";
  private static final List<String> FILES = List.of(MODEL, VOCABULARY, LABELS, ROUTING, STACK);

  private final WordPieces pieces;
  private final Encoder encoder;
  private final Routing routing;
  private final Stack stack;
  private final List<String> labels;

  private EncoderStage(
      WordPieces pieces, Encoder encoder, Routing routing, Stack stack, List<String> labels) {
    this.labels = List.copyOf(labels);
    this.pieces = pieces;
    this.encoder = encoder;
    this.routing = routing;
    this.stack = stack;
  }

  /** All that decides what it answers, as resources of the class path. */
  public static List<String> files() {
    return FILES.stream().map(FOLDER::concat).toList();
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
    return in(FOLDER, limit);
  }

  static Optional<EncoderStage> in(String folder) {
    return in(folder, Duration.ofMinutes(1));
  }

  /** The same from another folder of the class path, whose name begins and ends with a slash. */
  static Optional<EncoderStage> in(String folder, Duration limit) {
    if (EncoderStage.class.getResource(folder + MODEL) == null) {
      return Optional.empty();
    }
    try {
      WordPieces pieces = vocabulary(folder);
      List<String> labels =
          Lines.of(folder + LABELS, text(folder + LABELS)).stream()
              .map(line -> line.words()[0])
              .toList();
      Routing routing = Routing.read(folder + ROUTING, text(folder + ROUTING));
      Stack stack = Stack.read(folder + STACK, text(folder + STACK), labels);
      try (InputStream model = open(folder + MODEL)) {
        Encoder encoder = new Encoder(model, pieces.padding(), labels.size(), limit);
        return Optional.of(new EncoderStage(pieces, encoder, routing, stack, labels));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new EncoderException("The files under " + folder + " cannot be read.", e);
    } catch (LinkageError e) {
      throw new EncoderException(
          "This machine cannot load onnxruntime (" + e.getMessage() + ").", e);
    }
  }

  private static WordPieces vocabulary(String folder) throws IOException {
    try (InputStream in = open(folder + VOCABULARY)) {
      return new WordPieces(in);
    }
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = EncoderStage.class.getResourceAsStream(resource);
    if (in == null) {
      throw new EncoderException(resource + " is missing from the class path.");
    }
    return in;
  }

  @Override
  public Optional<Map<Category, Double>> look(
      Comment comment, LinearScores linear, List<Finding> before) {
    if (!routing.isWorthALook(linear, before)) {
      return Optional.empty();
    }
    return Optional.of(stack.probabilities(linear, logits(comment)));
  }

  /** The encoder's opinions of a comment before they are stacked, in the order of the labels. */
  public float[] logits(Comment comment) {
    EncoderText text = EncoderText.of(comment);
    return encoder.logits(pieces.encode(text.text(), text.parent(), WordPieces.MOST));
  }

  /** What the encoder's logits mean, in their order. */
  public List<String> labels() {
    return labels;
  }

  /** Only when no thread judges any more. */
  @Override
  public void close() {
    encoder.close();
  }
}
