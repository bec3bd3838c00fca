package hallmonitor.settings.escalation;

import hallmonitor.settings.district.District.Person;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A provider that takes messages about immediate danger, beside the mail.
 *
 * @param id unique in the file
 * @param address of its API; absent where the secret is the address
 * @param secret name of the secret: {@code user:password} for Twilio, the integration key for
 *     PagerDuty, the address for Teams and Slack
 * @param from the sender for Twilio: a number, or the id of a messaging service
 * @param language of what several people read
 * @param privateNetwork whether the address may be on this machine or in the district's own network
 */
public record Gateway(
    String id,
    Kind kind,
    Optional<URI> address,
    String secret,
    String from,
    String language,
    boolean privateNetwork) {
  /** The protocol. */
  public enum Kind {
    TWILIO_TEXT("https://api.twilio.com"),
    TWILIO_CALL("https://api.twilio.com"),
    PAGERDUTY("https://events.pagerduty.com"),
    TEAMS(""),
    SLACK("");

    private final String address;

    Kind(String address) {
      this.address = address;
    }

    /** Returns whether one person gets a message, and not everyone who looks at a tool. */
    public boolean isPersonal() {
      return this == TWILIO_TEXT || this == TWILIO_CALL;
    }

    /** Returns the provider's own address; empty where each customer has another. */
    Optional<URI> usual() {
      return Optional.of(address).filter(text -> !text.isEmpty()).map(URI::create);
    }
  }

  /** Returns the number at which a person agreed to get messages of this kind. */
  public Optional<String> number(Person person) {
    return person
        .messages()
        .flatMap(numbers -> kind == Kind.TWILIO_CALL ? numbers.call() : numbers.text());
  }

  public Gateway {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(language, "language");
  }
}
