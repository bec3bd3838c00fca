package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A person's order about the credential of an account, whether or not district.yaml has the account
 * yet. Carried out once per {@code orderId}; each gets one {@link CredentialResult}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CredentialOrder.Store.class, name = "StoreCredential"),
  @JsonSubTypes.Type(value = CredentialOrder.Remove.class, name = "RemoveCredential")
})
public sealed interface CredentialOrder {
  UUID orderId();

  CredentialPlace place();

  /** Returns a user name, or {@code invitation} for a person who has none. */
  String by();

  Instant at();

  /** Returns the Kafka key. */
  default String key() {
    return place().account();
  }

  /**
   * Tries a credential on the platform, and stores it if it works. One that was stored for the
   * account before stays until then.
   *
   * @param sealed what was handed over, encrypted for the ingest service: a JWE in compact form.
   *     Its protected header repeats the order's id and place, and ends ten minutes later
   */
  record Store(UUID orderId, CredentialPlace place, String sealed, String by, Instant at)
      implements CredentialOrder {
    public Store {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(sealed, "sealed");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }

  /** Removes the stored credential. What was read stays. */
  record Remove(UUID orderId, CredentialPlace place, String by, Instant at)
      implements CredentialOrder {
    public Remove {
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }
}
