package hallmonitor.moderation.drafting;

import java.time.Instant;

/**
 * A published text of a document.
 *
 * @param document named by {@link Document#code}
 * @param version as verdicts cite it
 * @param origin {@code console}, or {@code file} for a manual change of the file by an unknown
 *     person
 * @param proposedBy a user name; empty for a change in the file
 * @param approvedBy another's; empty for a change in the file
 * @param at when this service first saw it in use
 */
public record DocumentVersion(
    long id,
    String document,
    String version,
    String body,
    String origin,
    String proposedBy,
    String approvedBy,
    String note,
    Instant at) {
  public boolean isByHand() {
    return origin.equals("file");
  }
}
