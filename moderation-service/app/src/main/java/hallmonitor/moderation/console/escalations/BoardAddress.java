package hallmonitor.moderation.console.escalations;

import java.util.UUID;

/** Where the page of a principal's schools is, which its forms lead back to. */
public final class BoardAddress {
  public static final String PATH = "/my-building";

  private BoardAddress() {}

  /** Returns the address of the page with a case unfolded. */
  public static String at(UUID caseId) {
    return PATH + "?open=" + caseId + "#case-" + caseId;
  }
}
