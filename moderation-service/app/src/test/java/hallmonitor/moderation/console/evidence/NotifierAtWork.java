package hallmonitor.moderation.console.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EvidenceOrder;
import hallmonitor.contract.event.EvidenceOrder.MakePackage;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.LedgerSeen;
import hallmonitor.contract.event.EvidenceResult.PackageMade;
import hallmonitor.contract.event.EvidenceResult.PackagePart;
import hallmonitor.contract.event.EvidenceResult.Signed;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.parcel.ParcelKey;
import hallmonitor.messaging.parcel.ParcelKey.Unopened;
import hallmonitor.messaging.parcel.ParcelOutput;
import hallmonitor.messaging.parcel.ParcelSealing;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.Seed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The notifier's part: it takes orders about the evidence, and answers through Kafka. */
final class NotifierAtWork implements AutoCloseable {
  static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  final ParcelKey key = new ParcelKey(ParcelKey.create());
  private final ConsoleDatabase database;
  private final Seed seed;
  private final Producer<byte[], byte[]> producer;

  NotifierAtWork(ConsoleDatabase database, Seed seed, String brokers) {
    this.database = database;
    this.seed = seed;
    producer = KafkaClients.producer(Map.of("bootstrap.servers", brokers));
  }

  void says(EvidenceResult result) {
    producer.send(
        new ProducerRecord<>(
            Topic.EVIDENCE_RESULTS.topicName(),
            result.key().getBytes(UTF_8),
            EventJson.write(result)));
    producer.flush();
  }

  /** Says how the ledger stands, and waits until the console knows. */
  void tellsOfLedger(Optional<String> alarm) {
    Instant now = Instant.now();
    says(new LedgerSeen(42, Optional.of(new Signed(40, now)), HASH, key.publicKey(), alarm, now));
    await()
        .until(
            () ->
                one("select coalesce(max(seen ->> 'at'), '') from evidence_ledger_seen")
                    .equals(now.toString()));
  }

  /** Returns the orders, oldest first. */
  <T extends EvidenceOrder> List<T> orders(Class<T> type) {
    return seed.outgoing().stream()
        .filter(json -> json.contains("\"" + type.getSimpleName() + "\""))
        .map(json -> EventJson.read(json.getBytes(UTF_8), EvidenceOrder.class))
        .map(type::cast)
        .toList();
  }

  MakePackage packageOrder() {
    List<MakePackage> all = orders(MakePackage.class);
    return all.get(all.size() - 1);
  }

  /** Returns the students that the newest order leaves out, as only the notifier reads them. */
  String names() {
    MakePackage order = packageOrder();
    try {
      return new String(key.open(order.orderId(), 0, order.names().orElseThrow()), UTF_8);
    } catch (Unopened e) {
      throw new AssertionError(e);
    }
  }

  /** Sends the file that the newest order asks for, and says that it is made. */
  void makes(byte[] file) {
    MakePackage order = packageOrder();
    ParcelOutput out =
        new ParcelOutput(
            new ParcelSealing(order.recipient(), order.orderId()),
            (number, part) -> says(new PackagePart(order.orderId(), number, part)));
    out.write(file, 0, file.length);
    out.close();
    answers(
        new PackageMade(order.orderId(), out.parts(), out.bytes(), HASH, 7, 2, 1, Instant.now()));
  }

  void fails(Why why) {
    answers(new EvidenceFailed(packageOrder().orderId(), why, Instant.now()));
  }

  private void answers(EvidenceResult result) {
    says(result);
    await()
        .until(
            () ->
                one("select count(*) from evidence_package where answer is not null and order_id = '"
                        + result.key()
                        + "'")
                    .equals("1"));
  }

  String one(String sql) {
    return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
  }

  @Override
  public void close() {
    producer.close();
  }
}
