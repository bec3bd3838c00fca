package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.MarkedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tip for the people who work on it.
 *
 * @param signs of its reference, without hyphens
 * @param way code of {@link hallmonitor.moderation.store.tips.NewTip.Way}
 * @param urgency code, in the reporter's opinion
 * @param category label; empty for something else
 * @param reporter the name; empty for none, and for one that is kept from colleagues
 * @param state of {@link TipStatus}
 */
public record ListedTip(
    UUID tipId,
    UUID caseId,
    String signs,
    String way,
    String urgency,
    String category,
    String link,
    String place,
    String body,
    String reporter,
    boolean anonymous,
    boolean screenshot,
    Instant receivedAt,
    String building,
    String state) {
  private static final int SHOWN = 300;

  public String getReference() {
    return new ShortCode(signs).toString();
  }

  public MarkedText getText() {
    return MarkedText.of(body, List.of(), SHOWN);
  }

  /** Returns a link that is safe to follow, or null. */
  public @Nullable String getHref() {
    return CaseView.webAddress(link);
  }
}
