package hallmonitor.ingest.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialReception;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CredentialDestinations;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.ReadPositions;
import hallmonitor.messaging.Worker;
import hallmonitor.messaging.credential.CredentialKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes orders about credentials, one at a time, and says how they are to be encrypted. One that a
 * crash interrupts is carried out again.
 */
public final class CredentialDesk implements AutoCloseable {
  private static final int MOST_AT_ONCE = 50;
  private static final String GROUP = "ingest-credentials";
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(30);

  private final CredentialOrders orders;
  private final CredentialWork work;
  private final ReceptionKeys keys;
  private final SignIns signIns;
  private final Producer<byte[], byte[]> producer;
  private final Runnable resultCommitted;
  private final InstantSource clock;
  private final BatchReader reader;
  private final Worker worker =
      new Worker("credentials", this::work).patience(Duration.ofSeconds(2));
  private Optional<CredentialReception> published = Optional.empty();

  /**
   * Creates the desk.
   *
   * @param kafka connection to the brokers
   * @param producer for what is published; not closed here
   * @param secretsFolder where missing keys are made
   * @param resultCommitted called when a result waits to be published
   * @param positions how far the orders were read
   */
  public CredentialDesk(
      Map<String, Object> kafka,
      Producer<byte[], byte[]> producer,
      Jdbi database,
      Map<String, Platform> platforms,
      SignIns signIns,
      AccountSecrets secrets,
      Path secretsFolder,
      SealedCredentials credentials,
      CredentialDestinations destinations,
      Runnable resultCommitted,
      ReadPositions positions,
      InstantSource clock) {
    this.orders = new CredentialOrders(database);
    this.keys = new ReceptionKeys(secrets, secretsFolder);
    this.work =
        new CredentialWork(
            keys,
            new CredentialTrial(platforms, secrets),
            signIns,
            secrets,
            credentials,
            destinations,
            clock);
    this.signIns = signIns;
    this.producer = producer;
    this.resultCommitted = resultCommitted;
    this.clock = clock;
    this.reader =
        new BatchReader(
                "credential orders",
                KafkaClients.consumer(kafka, GROUP, MOST_AT_ONCE),
                List.of(Topic.CREDENTIAL_ORDERS.topicName()),
                batch -> {
                  orders.receive(
                      batch.stream()
                          .map(r -> EventJson.read(r.value(), CredentialOrder.class))
                          .toList());
                  resultCommitted.run();
                  wake();
                },
                new DeadLetters(producer, GROUP),
                Database.health(database))
            .remembering(positions);
  }

  public CredentialDesk start() {
    keys.makeMissing();
    reader.start();
    worker.start();
    return this;
  }

  private void wake() {
    worker.wake();
  }

  public boolean alive() {
    return reader.alive() && worker.alive();
  }

  /** Returns what keeps orders from being taken, in words; empty if nothing does. */
  public Optional<String> fault() {
    return reader.fault().or(worker::fault);
  }

  private Duration work() {
    publish();
    while (!worker.closing() && orders.next(work::of)) {
      resultCommitted.run();
    }
    return Worker.IDLE;
  }

  /** Publishes the key and the sign-ins when they change, and now and then: silence is trouble. */
  private void publish() {
    Instant now = clock.instant();
    Optional<String> trouble = keys.trouble();
    CredentialReception current =
        new CredentialReception(
            trouble.isPresent() ? Optional.empty() : keys.read().map(CredentialKeys::publicKey),
            trouble,
            signIns.offered(),
            now);
    if (published.filter(before -> isSame(before, current)).isEmpty()) {
      // A lost one does no harm, because it is repeated.
      var unused =
          producer.send(
              new ProducerRecord<>(
                  Topic.CREDENTIAL_RECEPTION.topicName(),
                  CredentialReception.KEY.getBytes(UTF_8),
                  EventJson.write(current)));
      published = Optional.of(current);
    }
  }

  private static boolean isSame(CredentialReception before, CredentialReception now) {
    return before.publicKey().equals(now.publicKey())
        && before.fault().equals(now.fault())
        && before.signIns().equals(now.signIns())
        && before.at().plus(AT_LEAST_EVERY).isAfter(now.at());
  }

  @Override
  public void close() {
    reader.close();
    worker.close();
  }
}
