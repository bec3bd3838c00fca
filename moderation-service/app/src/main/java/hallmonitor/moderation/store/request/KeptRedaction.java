package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.redaction.PictureArea;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A redaction of an item, or a proposal that a person rejected.
 *
 * @param part code of a {@link RedactedPart}
 * @param span of the text; empty for other parts
 * @param area of the picture; empty for other parts
 * @param ground as worded when it was given; with an empty id if it was rejected
 * @param rule that proposed it; empty if the person chose it
 * @param state confirmed, rejected, or removed
 * @param answeredBy user name of the person who confirmed or rejected it
 */
public record KeptRedaction(
    long redactionNo,
    long itemNo,
    String part,
    @Nested("span") Span span,
    String address,
    String textHash,
    @Nested("area") PictureArea area,
    @Nested("ground") LegalGround ground,
    String rule,
    String state,
    String answeredBy,
    Instant answeredAt) {
  public boolean isConfirmed() {
    return state.equals("confirmed");
  }

  public RedactedPart getWhat() {
    return EnumCodes.read(RedactedPart.class, part);
  }

  /** Returns whether this is about the same part, and the same words or attachment. */
  public boolean isAbout(RedactedPart other, Span there, String attachment) {
    return getWhat() == other && span.equals(there) && address.equals(attachment);
  }

  /** Returns what the public does not get; not of a rejected one. */
  public Redaction redaction() {
    return new Redaction(getWhat(), span, address, textHash, area, ground);
  }
}
