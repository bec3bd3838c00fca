package hallmonitor.moderation.casework.answer;

import hallmonitor.moderation.casework.request.LegalGround;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an answer says of its items.
 *
 * @param released in whole
 * @param redacted released in part
 * @param grounds with the numbers of the items for which each is given, in order
 */
public record AnswerSummary(
    long released, long redacted, long withheld, Map<LegalGround, List<Long>> grounds) {
  public AnswerSummary {
    grounds = new LinkedHashMap<>(grounds);
  }

  public long items() {
    return released + redacted + withheld;
  }

  /** Returns whether the requester does not get all that was found, or nothing was. */
  public boolean isDenied() {
    return redacted + withheld > 0 || items() == 0;
  }
}
