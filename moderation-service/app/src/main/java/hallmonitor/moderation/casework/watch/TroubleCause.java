package hallmonitor.moderation.casework.watch;

/** What can be wrong with an account until someone fixes it. */
public enum TroubleCause {
  /** It has comments that nobody looked at within its time. */
  NOT_LOOKED_AT(false),
  /** The platform rejected its credential. */
  SIGNED_OUT(true),
  UNREACHABLE(true),
  /** It has had no comments for much longer than ever before. */
  SILENT(false),
  /** The platform allows no more acts in this period. */
  OUT_OF_BUDGET(true);

  private final boolean mayPass;

  TroubleCause(boolean mayPass) {
    this.mayPass = mayPass;
  }

  /** Returns whether it often passes within minutes, so that no one is told at once. */
  public boolean mayPass() {
    return mayPass;
  }
}
