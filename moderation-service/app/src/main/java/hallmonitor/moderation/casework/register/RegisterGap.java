package hallmonitor.moderation.casework.register;

import java.time.LocalDate;

/**
 * Something that is not as the district asks.
 *
 * @param about a demand or a role as in files, or a person; empty where the cause says it all
 * @param since the first day on which it was so
 */
public record RegisterGap(Cause cause, String about, LocalDate since) {
  /** How bad a gap is, and under which heading it is counted. */
  public enum Kind {
    WAITING,
    MISSING,
    OVERDUE,
    WRONG
  }

  /** Why it is a gap. */
  public enum Cause {
    UNDECIDED(Kind.WAITING),
    UNCLEARED(Kind.WAITING),
    NO_PURPOSE(Kind.MISSING),
    NO_ADMINISTRATOR(Kind.MISSING),
    NO_DEPUTY(Kind.MISSING),
    NOT_HELD(Kind.MISSING),
    NOT_RECORDED(Kind.MISSING),
    UNDECIDED_TOO_LONG(Kind.OVERDUE),
    PASSWORD_KEPT(Kind.OVERDUE),
    NOT_LOOKED_AGAIN(Kind.OVERDUE),
    SEEN_WRONG(Kind.WRONG),
    /** The program read the page, and it is not as the district asks. */
    READ_WRONG(Kind.WRONG);

    private final Kind kind;

    Cause(Kind kind) {
      this.kind = kind;
    }

    public Kind kind() {
      return kind;
    }
  }

  /** Returns what tells this gap from the others of its account. */
  public String key() {
    return cause + " " + about + " " + since;
  }
}
