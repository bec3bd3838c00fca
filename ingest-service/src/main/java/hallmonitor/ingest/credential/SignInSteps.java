package hallmonitor.ingest.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What one step of a sign-in leaves for the next, in the table platform_sign_in: sealed, for one
 * place, and for ten minutes.
 */
final class SignInSteps {
  private static final Duration LASTS = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SealedCredentials sealing;
  private final InstantSource clock;

  SignInSteps(SealedCredentials sealing, InstantSource clock) {
    this.sealing = sealing;
    this.clock = clock;
  }

  /** Keeps something under the order that it came from. */
  void keep(Handle transaction, UUID order, CredentialPlace place, Object what) {
    transaction.execute("delete from platform_sign_in where ends_at <= ?", clock.instant());
    transaction.execute(
        """
        insert into platform_sign_in (order_id, sealed, ends_at) values (?, ?, ?)
        on conflict (order_id) do update set sealed = excluded.sealed, ends_at = excluded.ends_at
        """,
        order,
        sealing.seal(owner(order, place), json(what)),
        clock.instant().plus(LASTS));
  }

  /**
   * Takes what an order left, once.
   *
   * @throws SignInRefused if it was taken, has ended, or was left for another place
   */
  String take(Handle transaction, UUID order, CredentialPlace place) throws SignInRefused {
    String kept = read(transaction, order, place, new TypeReference<String>() {});
    transaction.execute("delete from platform_sign_in where order_id = ?", order);
    return kept;
  }

  /**
   * Reads what an order left.
   *
   * @throws SignInRefused if it has ended, or was left for another place
   */
  <T> T read(Handle transaction, UUID order, CredentialPlace place, TypeReference<T> type)
      throws SignInRefused {
    Optional<String> opened =
        transaction
            .select(
                "select sealed from platform_sign_in where order_id = ? and ends_at > ?",
                order,
                clock.instant())
            .mapTo(byte[].class)
            .findOne()
            .flatMap(kept -> sealing.open(owner(order, place), kept));
    try {
      return JSON.readValue(opened.orElseThrow(() -> new SignInRefused(Why.CODE)), type);
    } catch (JsonProcessingException e) {
      // Left by the step of another kind. The exception is dropped because it quotes its input.
      throw new SignInRefused(Why.CODE);
    }
  }

  private static String owner(UUID order, CredentialPlace place) {
    return String.join(
        "\0", "sign-in", order.toString(), place.account(), place.platform(), place.baseUrl());
  }

  private static String json(Object what) {
    try {
      return JSON.writeValueAsString(what);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a step of a sign-in could not be written", e);
    }
  }
}
