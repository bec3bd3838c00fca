package hallmonitor.local.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A request for a stream; everything but the rate is optional.
 *
 * @param rate comments per second, 0.2 to 3000
 * @param count comments to write; 0 for no limit
 * @param seed the same seed gives the same comments; 0 takes one from the clock
 * @param violating share of violating comments, 0 to 1
 * @param edits share of acts that edit, 0 to 0.5
 * @param firstMarker marker of the first comment; 0 takes the next comment's id
 */
public record StreamOrder(
    double rate,
    int count,
    long seed,
    @Nullable Double violating,
    @Nullable Double edits,
    @JsonProperty("first") int firstMarker) {

  /** The highest rate. */
  public static final int FASTEST = 3_000;

  /**
   * Checks the request.
   *
   * @throws IllegalArgumentException with a sentence for the requester
   */
  public StreamOrder {
    if (!(rate >= 0.2 && rate <= FASTEST)) {
      throw new IllegalArgumentException("Choose a rate between 0.2 and 3000 comments a second.");
    }
    if (count < 0 || count > CommentStore.MOST) {
      throw new IllegalArgumentException(
          "Choose a count between 0 (no end) and " + CommentStore.MOST + " comments.");
    }
    if (violating != null && !(violating >= 0 && violating <= 1)) {
      throw new IllegalArgumentException("The violating share must be between 0 and 1.");
    }
    if (edits != null && !(edits >= 0 && edits <= 0.5)) {
      throw new IllegalArgumentException("The share of edits must be between 0 and 0.5.");
    }
    if (firstMarker < 0) {
      throw new IllegalArgumentException("The first marker must not be negative.");
    }
  }

  public CommentStream.Mix mix() {
    var mix = CommentStream.Mix.REALISTIC;
    mix = violating == null ? mix : mix.violating(violating);
    return edits == null ? mix : mix.edits(edits);
  }
}
