package hallmonitor.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's request to the service that reads an account. Applied once per {@code commandId}; its
 * outcome appears in the account's {@link AccountStatus#outcomes()}.
 *
 * @param from first day of the history to read, in UTC; only to start a back-fill
 * @param by the person's user name
 * @param reason one sentence for people; may be empty
 */
public record AccountCommand(
    UUID commandId,
    String account,
    Act act,
    Optional<LocalDate> from,
    String by,
    String reason,
    Instant at) {
  public enum Act {
    /** Stops reading the account until it is resumed. Orders are still carried out. */
    PAUSE,
    /** Stops reading the account and acting on it until it is resumed. Orders wait, all of them. */
    HALT,
    RESUME,
    /** Reads the history down to a day. The same day again continues where it stopped. */
    START_BACKFILL,
    STOP_BACKFILL,
    /** Asks the platform now whether the credential is valid. */
    CHECK
  }

  public AccountCommand {
    Objects.requireNonNull(commandId, "commandId");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(act, "act");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    from = from == null ? Optional.empty() : from;
    reason = reason == null ? "" : reason;
    if (from.isPresent() != (act == Act.START_BACKFILL)) {
      throw new IllegalArgumentException("a back-fill, and nothing else, starts from a day");
    }
  }

  /** Returns the Kafka key. */
  public String key() {
    return account;
  }
}
