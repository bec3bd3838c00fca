package hallmonitor.moderation.console.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialReception;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.credential.CredentialKeys;
import hallmonitor.messaging.credential.CredentialKeys.Unopened;
import hallmonitor.messaging.credential.CredentialPayload;
import hallmonitor.messaging.credential.CredentialPayload.Secret;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.Seed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The ingest service's part: it takes what the console hands over, and answers through Kafka. */
final class IngestAtWork implements AutoCloseable {
  private final CredentialKeys keys = new CredentialKeys(CredentialKeys.create());
  private final Producer<byte[], byte[]> producer;
  private final ConsoleDatabase database;
  private final Seed seed;

  IngestAtWork(ConsoleDatabase database, Seed seed, String brokers) {
    this.database = database;
    this.seed = seed;
    producer = KafkaClients.producer(Map.of("bootstrap.servers", brokers));
  }

  /** Says how it takes credentials, and waits until the console knows. */
  void opens() {
    says(
        new CredentialReception(
            Optional.of(keys.publicKey()), Optional.empty(), List.of(), Instant.now()));
  }

  void says(CredentialReception reception) {
    send(Topic.CREDENTIAL_RECEPTION, CredentialReception.KEY, reception);
    await()
        .until(
            () ->
                count(
                        "select count(*) from credential_reception where reception = ?::jsonb",
                        new String(EventJson.write(reception), UTF_8))
                    == 1);
  }

  private void send(Topic topic, String key, Object event) {
    producer.send(
        new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), EventJson.write(event)));
    producer.flush();
  }

  private long count(String sql, Object value) {
    return database.read(h -> h.select(sql, value).mapTo(long.class).one());
  }

  List<CredentialOrder> orders() {
    return seed.outgoing().stream()
        .filter(json -> json.contains("Credential\""))
        .map(json -> EventJson.read(json.getBytes(UTF_8), CredentialOrder.class))
        .toList();
  }

  /** Returns the newest order. */
  CredentialOrder.Store order() {
    List<CredentialOrder> all = orders();
    return (CredentialOrder.Store) all.get(all.size() - 1);
  }

  /** Returns the password that the newest order holds. */
  String secret() {
    return ((Secret) payload()).secret();
  }

  /** Returns what the newest order holds, as the ingest service opens it. */
  CredentialPayload payload() {
    try {
      return keys.open(order(), Instant.now());
    } catch (Unopened e) {
      throw new AssertionError(e);
    }
  }

  /** Says that people can sign in at a platform. */
  void offersSignIn(String platform, String... scopes) {
    says(
        new CredentialReception(
            Optional.of(keys.publicKey()),
            Optional.empty(),
            List.of(new CredentialReception.SignIn(platform, List.of(scopes))),
            Instant.now()));
  }

  /** Answers the newest order with the address of the platform's page. */
  void preparesPage(String address, String returns) {
    answers(
        new CredentialResult.SignInReady(
            order().orderId(), order().key(), URI.create(address), returns, Instant.now()));
  }

  void offers(CredentialResult.Option... options) {
    answers(
        new CredentialResult.ChoiceAsked(
            order().orderId(), order().key(), List.of(options), Instant.now()));
  }

  /** Says that a person did not allow a scope. */
  void misses(String scope) {
    answers(
        new CredentialResult.Failed(
            order().orderId(),
            order().key(),
            CredentialResult.Why.SCOPES,
            "It says no.",
            List.of(scope),
            Instant.now()));
  }

  void connects() {
    connects(new CredentialResult.Identity("17", "Ana <i>Novak</i>", CredentialResult.Kind.USER));
  }

  /**
   * Says that the platform accepts the credential, and who it belongs to; null if it does not tell.
   */
  void connects(CredentialResult.@Nullable Identity identity) {
    answers(
        new CredentialResult.Connected(
            order().orderId(),
            order().key(),
            List.of("hide", "restore", "reply"),
            Optional.of(
                new CredentialResult.Newest(
                    "Game <b>day</b>",
                    Optional.of("https://blog.example.org/7#comment-1"),
                    Optional.of(Instant.parse("2026-11-24T18:30:05Z")))),
            Instant.now(),
            Optional.ofNullable(identity)));
  }

  void refuses(CredentialResult.Why why) {
    answers(
        new CredentialResult.Failed(
            order().orderId(), order().key(), why, "It says <i>no</i>.", Instant.now()));
  }

  /** Removes what the newest order names. */
  void removes() {
    List<CredentialOrder> all = orders();
    CredentialOrder order = all.get(all.size() - 1);
    send(
        Topic.CREDENTIAL_RESULTS,
        order.key(),
        new CredentialResult.Removed(order.orderId(), order.key(), Instant.now()));
  }

  private void answers(CredentialResult result) {
    UUID id = result.orderId();
    send(Topic.CREDENTIAL_RESULTS, result.key(), result);
    await()
        .until(
            () ->
                count(
                        "select count(*) from connection where order_id = ? and result is not null",
                        id)
                    == 1);
  }

  @Override
  public void close() {
    producer.close();
  }
}
