package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.casework.request.RequestDeadline;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request that came in.
 *
 * @param id given with the form, so that sending it twice is one request
 * @param statusHash stored form of the token in the link to its status; absent without such a link
 * @param requester may be empty
 * @param contact where the answer goes
 * @param language of the requester, {@code en} or {@code es}
 * @param statute the state with the law that gave the deadline
 * @param by a user name; empty if the requester sent it
 */
public record NewRequest(
    UUID id,
    ShortCode code,
    Optional<String> statusHash,
    Way way,
    String requester,
    String contact,
    String words,
    String language,
    boolean commercial,
    Instant arrivedAt,
    String statute,
    RequestDeadline deadline,
    String by) {
  /** How a request came. */
  public enum Way {
    FORM,
    MAIL,
    EMAIL,
    IN_PERSON,
    PHONE,
    FAX
  }
}
