package hallmonitor.moderation.drafting;

import java.time.Instant;

/**
 * A text of a document that came into force.
 *
 * @param document as {@link Document#code}
 * @param version as verdicts cite it
 * @param origin {@code console}, or {@code file} for one that was changed in the file, by nobody
 *     known
 * @param proposedBy a user name; empty for a change in the file
 * @param approvedBy another's; empty for a change in the file
 * @param at when this service first knew it in force
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
