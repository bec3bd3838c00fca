package hallmonitor.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.mail.MailSettingsForTests;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.testparts.Parts;
import hallmonitor.testparts.TestMailServer;
import hallmonitor.testparts.TestPorts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The real broker, database and mail server with an empty queue, their input and output. */
final class Mailroom implements AutoCloseable {
  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private final Producer<byte[], byte[]> producer = KafkaClients.producer(kafka);
  private final Consumer<byte[], byte[]> outcomes =
      KafkaClients.consumer(kafka, "test-" + UUID.randomUUID(), 100);
  private final List<EscalationEvent> seen = new ArrayList<>();
  private final int smtpPort = TestPorts.one();
  private GreenMail mailServer = TestMailServer.on(smtpPort);
  final Jdbi database;
  final Map<String, String> secrets = new HashMap<>();

  Mailroom() {
    DataSource source = Parts.shared().dataSource(DatabaseRole.NOTIFIER);
    Flyway.configure()
        .dataSource(source)
        .defaultSchema("notifier")
        .createSchemas(false)
        .load()
        .migrate();
    database = Database.of(source);
    database.useHandle(
        h ->
            h.execute(
                "truncate escalation, notice, outbox, conversation, duty_clock, case_event_taken,"
                    + " alarm_call, message, message_trouble, drill, clock_reading, evidence_entry, notice_attempt, comment_decision"
                    + " cascade"));
    outcomes.subscribe(List.of(Topic.ESCALATION_EVENTS.topicName()));
  }

  /** Returns a notifier as in production, not started, with its mail sent to this room. */
  Notifier notifier(District district) {
    return notifier(district, InstantSource.system());
  }

  Notifier notifier(District district, InstantSource clock) {
    return notifier(district, clock, EscalationFile.read(""));
  }

  Notifier notifier(District district, InstantSource clock, EscalationRules rules) {
    return notifier(district, smtpPort, clock, rules);
  }

  /**
   * Returns one that sends its mail elsewhere.
   *
   * @param port on this machine
   */
  Notifier notifier(District district, int port) {
    return notifier(district, port, InstantSource.system());
  }

  Notifier notifier(District district, int port, InstantSource clock) {
    return notifier(district, port, clock, EscalationFile.read(""));
  }

  Notifier notifier(District district, int port, InstantSource clock, EscalationRules rules) {
    return new Notifier(
        new Notifier.Dependencies(
            database,
            kafka,
            () -> district,
            () -> rules,
            () -> house(rules),
            name -> Optional.ofNullable(secrets.get(name)),
            new MailServer(MailSettingsForTests.onPort(port), Optional.empty()),
            2,
            clock,
            new SimpleMeterRegistry()));
  }

  static NoticeSettings house(EscalationRules rules) {
    return Houses.of(rules);
  }

  void say(CaseEvent event) {
    send(Topic.CASE_EVENTS, event.key(), EventJson.write(event));
  }

  void escalate(CaseEscalated event) {
    send(event.key(), EventJson.write(event));
  }

  /** Sends an escalation that nothing was heard of. */
  void escalateAgain(CaseEscalated event) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topic.ESCALATIONS.topicName(), event.key().getBytes(UTF_8), EventJson.write(event));
    record.headers().add("hallmonitor-again", new byte[0]);
    send(record);
  }

  void send(String key, byte[] record) {
    send(Topic.ESCALATIONS, key, record);
  }

  private void send(Topic topic, String key, byte[] record) {
    send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), record));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what was published about an escalation so far, of one kind. */
  <T extends EscalationEvent> List<T> published(Class<T> kind, CaseEscalated escalation) {
    outcomes
        .poll(Duration.ofMillis(100))
        .forEach(record -> seen.add(EventJson.read(record.value(), EscalationEvent.class)));
    return seen.stream()
        .filter(e -> e.escalationId().equals(escalation.escalationId()))
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** Waits until as many notices of an escalation were sent. */
  void sent(CaseEscalated escalation, int count) {
    await().until(() -> published(NoticeSent.class, escalation).size() >= count);
  }

  int smtpPort() {
    return smtpPort;
  }

  /** Returns the mails so far: grouped by recipient, each group in the order of arrival. */
  MimeMessage[] mails() {
    return mailServer.getReceivedMessages();
  }

  /** Lets the mail server refuse every connection. */
  void closeMail() {
    mailServer.stop();
  }

  /** Starts a mail server without mails on the port of the previous one. */
  void openMail() {
    mailServer = TestMailServer.on(smtpPort);
  }

  /** Returns the kinds of a case's evidence, in order. */
  List<String> evidence(UUID caseId) {
    return database.withHandle(
        h ->
            h.createQuery("select kind from evidence_entry where case_id = :id order by arrival")
                .bind("id", caseId)
                .mapTo(String.class)
                .list());
  }

  /** Returns the clock as the notifier last saw it. */
  Instant reading() {
    return database.withHandle(
        h ->
            h.createQuery("select at from clock_reading")
                .map((row, ctx) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .findOne()
                .orElse(Instant.EPOCH));
  }

  /** Returns the states of all conversations. */
  List<String> states() {
    return database.withHandle(
        h -> h.createQuery("select state from conversation").mapTo(String.class).list());
  }

  long count(String table) {
    return database.withHandle(
        h -> h.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    producer.close();
    outcomes.close();
    mailServer.stop();
  }
}
