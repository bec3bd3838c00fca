package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.appeal.FormWords;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.store.answer.AnswerDeliveries.Delivery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a link to an answer.
 *
 * @param language {@code en} or {@code es}
 * @param path of the link
 * @param delivery null if the link leads to nothing
 */
public record AnswerDoor(
    String language,
    String district,
    ZoneId zone,
    String path,
    @Nullable Delivery delivery,
    State state) {
  /** What the page says. */
  public enum State {
    OPEN(200),
    ENDED(410),
    UNKNOWN(404),
    OFTEN(429),
    BUSY(503),
    FAULT(500);

    private final int status;

    State(int status) {
      this.status = status;
    }

    /** Returns the code of the page over HTTP. */
    int status() {
      return status;
    }

    /**
     * Returns the state of a request that could not be handled.
     *
     * @param status that of FormRoutes
     */
    static State failed(int status) {
      return status == BUSY.status ? BUSY : FAULT;
    }

    static State of(Optional<Delivery> found, Instant now) {
      return found.map(d -> d.isOpen(now) ? OPEN : ENDED).orElse(UNKNOWN);
    }
  }

  public String word(String name) {
    return FormWords.in("request", language).get(name);
  }

  public String getUntil() {
    return delivery == null ? "" : Letter.moment(delivery.expiresAt(), zone, language);
  }

  public String getSize() {
    return delivery == null ? "" : DisplayLabels.megabytes(delivery.bytes());
  }

  /** Returns the name of the words that say why there is no answer. */
  public String getStateWord() {
    return "answer-" + EnumCodes.of(state);
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }
}
