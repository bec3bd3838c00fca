package hallmonitor.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.beat.SelfView;
import hallmonitor.messaging.beat.SilenceLimits;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.mail.MailSettingsForTests;
import hallmonitor.notifier.trouble.Trouble;
import hallmonitor.notifier.trouble.TroubleTeller;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.notifier.watch.Watch;
import hallmonitor.notifier.watch.WatchLimits;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.testparts.Parts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watch on a real broker: who is silent, and what is told while the database is gone. */
class WatchTest extends MessagesTests {
  /** Longer than two of its own beats, which it has to hear. */
  private static final Duration SILENT = Duration.ofSeconds(22);

  private static final Map<String, Object> KAFKA =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());

  private final Producer<byte[], byte[]> beats = KafkaClients.producer(KAFKA);
  private final AtomicBoolean databaseGone = new AtomicBoolean();
  private Watch watch;

  @BeforeEach
  void start() {
    running(List.of("twilio-call"), "");
    EscalationRules rules = EscalationFile.read(rules(List.of("twilio-call")));
    watch =
        new Watch(
                Jdbi.create(
                    () -> {
                      if (databaseGone.get()) {
                        throw new SQLException("gone");
                      }
                      return room.database.open().getConnection();
                    }),
                KAFKA,
                () -> SelfView.of(List.of()),
                new TroubleTeller(
                    new MailServer(MailSettingsForTests.onPort(room.smtpPort()), Optional.empty())
                        .connection(),
                    new Gateways(name -> Optional.ofNullable(room.secrets.get(name))),
                    rules::messages,
                    Districts::withNumbers,
                    () -> Mailroom.house(rules),
                    () -> {}),
                limits(),
                () -> Duration.ZERO,
                new Watch.Outside(Optional::empty, false))
            .start();
  }

  @AfterEach
  void stop() {
    watch.close();
    beats.close();
  }

  @Test
  void whoFallsSilentIsToldAndWhoSpeaksIsNot() {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              beat("ingest");
              if (standing().isEmpty()) {
                beatOnce("moderation");
              }
              return standing().equals(List.of("silent/moderation"));
            });
    await()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              beat("ingest");
              beat("moderation");
              return standing().isEmpty();
            });
    assertThat(watch.faults()).isEmpty();
  }

  @Test
  void aDatabaseThatIsGoneIsMailedAllTheSameAndSoIsItsReturn() {
    databaseGone.set(true);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> subjects().contains("The database does not answer"));

    databaseGone.set(false);
    await().until(() -> subjects().contains("Works again: The database does not answer"));
    assertThat(subjects()).hasSize(2);
  }

  private boolean moderationSpoke;

  private void beatOnce(String service) {
    if (!moderationSpoke) {
      moderationSpoke = true;
      beat(service);
    }
  }

  private void beat(String service) {
    ServiceBeat beat =
        new ServiceBeat(
            service,
            UUID.randomUUID(),
            Instant.now(),
            Instant.now(),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    var unused =
        beats.send(
            new ProducerRecord<>(
                Topic.SERVICE_BEATS.topicName(), service.getBytes(UTF_8), EventJson.write(beat)));
  }

  private List<String> standing() {
    return room.database.withHandle(Troubles::standing).stream().map(Trouble::subject).toList();
  }

  private List<String> subjects() {
    return mailsTo("chan").stream().map(MailText::subject).toList();
  }

  private static WatchLimits limits() {
    Duration ample = Duration.ofMinutes(5);
    return new WatchLimits(
        new SilenceLimits(SILENT, ample, ample),
        ample,
        Duration.ofSeconds(5),
        ample,
        ample,
        ample,
        ample,
        ample,
        ample,
        ample);
  }
}
