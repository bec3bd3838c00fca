package hallmonitor.moderation.pipeline.opinion;

import java.io.IOException;

/** The policy reader gave no opinion. The message holds nothing of the comment or the answer. */
final class NoOpinion extends IOException {
  private static final long serialVersionUID = 1;

  /** Why, as metrics name it. */
  enum Why {
    /** No whole answer within the time limit. */
    TIMEOUT(Blame.NONE),
    /** No connection, or it broke. */
    UNREACHABLE(Blame.SERVER),
    /** A status other than 200. */
    STATUS(Blame.SERVER),
    /** An answer that is too long. */
    TOO_LONG(Blame.SERVER),
    /** An answer in another form than was asked for. */
    FORM(Blame.NONE);

    private final Blame blame;

    Why(Blame blame) {
      this.blame = blame;
    }
  }

  /** What it tells of the server. */
  enum Blame {
    /**
     * Nothing. What a model makes of one comment is not the server's fault, or a comment could stop
     * all questions.
     */
    NONE,
    /**
     * The question was sent, and not even the head of an answer came. So it is with a server that
     * hangs and with a comment on which a model thinks for long, since servers send the head last.
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
