package hallmonitor.moderation.pipeline.opinion;

import java.io.IOException;

/**
 * Thrown if the policy reader gave no opinion. The message contains nothing of the comment or the
 * answer.
 */
final class NoOpinion extends IOException {
  private static final long serialVersionUID = 1;

  /** The reason, as named in metrics. */
  enum Why {
    /** No complete answer within the time limit. */
    TIMEOUT(Blame.NONE),
    /** No connection, or it was lost. */
    UNREACHABLE(Blame.SERVER),
    /** A status other than 200. */
    STATUS(Blame.SERVER),
    /** An answer that is too long. */
    TOO_LONG(Blame.SERVER),
    /** An answer in another form than requested. */
    FORM(Blame.NONE);

    private final Blame blame;

    Why(Blame blame) {
      this.blame = blame;
    }
  }

  /** What it says about the server. */
  enum Blame {
    /**
     * Nothing. A model's trouble with one comment does not count against the server, so that no
     * comment can stop all questions.
     */
    NONE,
    /**
     * The question was sent, and not even the head of an answer arrived. The server may hang, or
     * the model may think for a long time about the comment, because servers send the head last.
     */
    SILENT,
    /** It does not work. */
    SERVER
  }

  private final Why why;
  private final Blame blame;

  NoOpinion(Why why, String message) {
    this(why, why.blame, message);
  }

  NoOpinion(Why why, Blame blame, String message) {
    super(message);
    this.why = why;
    this.blame = blame;
  }

  Blame blame() {
    return blame;
  }

  Why why() {
    return why;
  }
}
