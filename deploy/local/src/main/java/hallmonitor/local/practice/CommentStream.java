package hallmonitor.local.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An endless, realistic stream of comments. The same seed and mix give the same stream on every
 * machine. Every comment ends in a unique marker ({@code #12345}), so that a test can find its
 * comments and count losses. Not thread-safe.
 */
public final class CommentStream {
  private static final int REMEMBERED = 300;

  /** The tone of a comment; the first two are lawful speech and must stay visible. */
  public enum Tone {
    HARMLESS,
    HARSH,
    NASTY,
    THREATENING;

    public boolean violates() {
      return this == NASTY || this == THREATENING;
    }
  }

  /**
   * Shares, each from 0 to 1.
   *
   * @param violating of all comments; a third of these threaten, the others are nasty
   * @param harsh of all comments: harsh but lawful
   * @param spanish of all comments
   * @param replies of all comments: answer one of the last few hundred
   * @param edits acts that rewrite an earlier harmless comment, sometimes into a nasty one
   */
  public record Mix(double violating, double harsh, double spanish, double replies, double edits) {
    public static final Mix REALISTIC = new Mix(0.06, 0.09, 0.2, 0.2, 0.02);

    public Mix {
      for (double share : new double[] {violating, harsh, spanish, replies, edits}) {
        if (!(share >= 0 && share <= 1)) {
          throw new IllegalArgumentException("A share must be between 0 and 1, not " + share + ".");
        }
      }
      if (violating + harsh > 1) {
        throw new IllegalArgumentException("The violating and harsh shares are more than 1.");
      }
    }

    /** Returns the realistic mix with another share of violating comments. */
    public Mix violating(double share) {
      return new Mix(share, Math.min(harsh, 1 - share), spanish, replies, edits);
    }

    public Mix edits(double share) {
      return new Mix(violating, harsh, spanish, replies, share);
    }
  }

  /** The next act of an author. */
  public sealed interface Act {
    int marker();

    Tone tone();

    String text();
  }

  /**
   * A new comment.
   *
   * @param parent marker of the comment that it answers, or 0
   */
  public record Written(
      int marker, int post, int parent, String name, String text, Tone tone, boolean spanish)
      implements Act {}

  /** An author rewrites a comment; each is rewritten at most once. */
  public record Rewritten(int marker, String text, Tone tone) implements Act {}

  private final SplittableRandom random;
  private final Mix mix;
  private final List<Written> recent = new ArrayList<>();
  private int nextMarker;

  /**
   * Creates a stream.
   *
   * @param firstMarker marker of the first comment; later ones count up
   */
  public CommentStream(long seed, Mix mix, int firstMarker) {
    this.random = new SplittableRandom(seed);
    this.mix = mix;
    this.nextMarker = firstMarker;
  }

  /** Returns the next act. */
  public Act next() {
    if (recent.size() >= REMEMBERED / 3 && random.nextDouble() < mix.edits()) {
      return rewrite();
    }
    Tone tone = tone();
    boolean spanish = random.nextDouble() < mix.spanish();
    boolean reply = !recent.isEmpty() && random.nextDouble() < mix.replies();
    Written answered = reply ? recent.get(random.nextInt(recent.size())) : null;
    int post = answered != null ? answered.post() : 1 + random.nextInt(Post.ALL.size());
    int marker = nextMarker++;
    var written =
        new Written(
            marker,
            post,
            answered != null ? answered.marker() : 0,
            StreamPhrases.name(random),
            StreamPhrases.text(tone, spanish, random) + " #" + marker,
            tone,
            spanish);
    if (tone == Tone.HARMLESS) {
      recent.add(written);
      if (recent.size() > REMEMBERED) {
        recent.remove(0);
      }
    }
    return written;
  }

  private Act rewrite() {
    Written old = recent.remove(random.nextInt(recent.size()));
    if (random.nextDouble() < mix.violating()) {
      String text = StreamPhrases.text(Tone.NASTY, old.spanish(), random) + " #" + old.marker();
      return new Rewritten(old.marker(), text, Tone.NASTY);
    }
    String note = old.spanish() ? " (corregido)" : " (fixed a typo)";
    return new Rewritten(old.marker(), old.text() + note, Tone.HARMLESS);
  }

  private Tone tone() {
    double dice = random.nextDouble();
    if (dice < mix.violating()) {
      return dice < mix.violating() / 3 ? Tone.THREATENING : Tone.NASTY;
    }
    return dice < mix.violating() + mix.harsh() ? Tone.HARSH : Tone.HARMLESS;
  }
}
