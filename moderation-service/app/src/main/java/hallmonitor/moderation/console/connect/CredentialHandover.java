package hallmonitor.moderation.console.connect;

import hallmonitor.contract.event.CredentialReception;
import hallmonitor.messaging.credential.CredentialPayload;
import hallmonitor.messaging.credential.CredentialSealing;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Hands over what a person entered: encrypts it at once for the ingest service, which alone can
 * read it again. Nothing of it is kept or logged here.
 */
@ApplicationScoped
public class CredentialHandover {
  private static final int LONGEST = 4_000;
  private static final Duration SILENT = Duration.ofMinutes(2);

  /** Thrown if it cannot be handed over; the sentence says what to do. */
  public static final class NotTaken extends Refusal {
    NotTaken(Sentence sentence) {
      super(sentence);
    }
  }

  private final Connections connections;

  CredentialHandover(Connections connections) {
    this.connections = connections;
  }

  /** Returns what keeps credentials from being taken, and what to do; empty if nothing does. */
  public Sentence obstacle() {
    Optional<CredentialReception> reception = connections.reception();
    if (reception.isEmpty()) {
      return Sentence.of(
          "The service that reads accounts has not said yet how it takes passwords. Check that it is running.");
    }
    if (reception.get().publicKey().isEmpty()) {
      return Sentence.of(
          "The service that reads accounts takes no passwords now. It reports: {1}",
          reception.get().fault().orElse(""));
    }
    return reception.get().at().isBefore(Instant.now().minus(SILENT))
        ? Sentence.of(
            "The service that reads accounts has not responded lately. Check that it is running. A password waits for it for ten minutes.")
        : Sentence.NONE;
  }

  /**
   * Returns the parts of a credential, joined as the platform's connector reads them.
   *
   * @param typed gives the value of a field by its code
   * @throws NotTaken if a part is missing or cannot be one
   */
  static String joined(ConnectGuide guide, Function<String, String> typed) {
    List<String> parts = new ArrayList<>();
    boolean some = guide.fields().stream().anyMatch(f -> !typed.apply(f.code()).isEmpty());
    for (CredentialField field : guide.fields()) {
      String part = typed.apply(field.code());
      if (part.isEmpty() && field.required()) {
        throw new NotTaken(Sentence.of("Fill in every field."));
      }
      if (part.chars().anyMatch(Character::isISOControl)) {
        throw new NotTaken(Sentence.of("A value has a line break in it. Copy it again."));
      }
      parts.add(part);
    }
    while (parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
      parts.remove(parts.size() - 1);
    }
    String whole = some ? String.join(":", parts) : "";
    if (whole.length() > LONGEST) {
      throw new NotTaken(Sentence.of("A value is too long. Copy it again."));
    }
    return whole;
  }

  /**
   * Sends what was handed over. The answer comes as the connection's result.
   *
   * @param by a user name, or {@link Connections#INVITATION}
   * @return the order's id
   * @throws NotTaken if the connection is no longer open, or there is no key to encrypt with
   */
  public UUID send(AccountConnection connection, CredentialPayload payload, String by) {
    if (payload instanceof CredentialPayload.Choice choice
        && !(choice.asked().equals(connection.orderId()) && by.equals(connection.orderedBy()))) {
      throw new NotTaken(Sentence.of("Only the person who signed in chooses. Sign in yourself."));
    }
    String key =
        connections
            .reception()
            .flatMap(CredentialReception::publicKey)
            .orElseThrow(() -> new NotTaken(obstacle()));
    UUID order = UUID.randomUUID();
    boolean sent =
        connections.order(
            connection.connectionId(),
            new CredentialSealing(key)
                .order(order, connection.place(), payload, by, Instant.now()));
    if (!sent) {
      throw new NotTaken(
          Sentence.of("This was connected or ended in the meantime. Nothing was handed over."));
    }
    return order;
  }
}
