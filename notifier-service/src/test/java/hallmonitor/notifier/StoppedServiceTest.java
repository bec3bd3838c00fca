package hallmonitor.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.messaging.beat.BeatSender;
import hallmonitor.messaging.beat.SelfView;
import hallmonitor.messaging.beat.SilenceLimits;
import hallmonitor.notifier.clock.DatabaseClock;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.mail.MailSettingsForTests;
import hallmonitor.notifier.service.WatchSettings;
import hallmonitor.notifier.trouble.Trouble;
import hallmonitor.notifier.trouble.TroubleTeller;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.notifier.watch.Watch;
import hallmonitor.notifier.watch.WatchLimits;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.testparts.Parts;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Processes that are killed and stopped, and the phone that rings. The limits are shorter than
 * those that ship, which add up to less than two minutes.
 */
class StoppedServiceTest extends MessagesTests {
  private static final List<String> CALL = List.of("twilio-call");
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  /** Longer than two signs of life, as a busy machine may delay one. */
  private static final Duration SILENT = Duration.ofSeconds(22);

  private static final Duration LONGER_THAN_SILENCE = SILENT.plusSeconds(1);

  /** A look, the book, the letter and the call: each worker wakes at least once a second. */
  private static final Duration TELLING = Duration.ofSeconds(10);

  private static final String BROKER = Parts.shared().bootstrapServers();

  private final District district =
      DistrictFile.read(
          Districts.textWithNumbers()
              .replace(
                  "email: chan@cedar.example,",
                  "email: chan@cedar.example, messages: { call: \"+16305550112\", agreed: 2026-09-01 },"));

  private Process moderation;
  private Process ingest;
  private Watch watch;

  @BeforeEach
  void start() throws Exception {
    EscalationRules rules = EscalationFile.read(rules(CALL));
    notifier = room.notifier(district, new DatabaseClock(room.database), rules).start();
    watch =
        new Watch(
                room.database,
                Map.of("bootstrap.servers", BROKER),
                () -> SelfView.of(List.of()),
                new TroubleTeller(
                    new MailServer(MailSettingsForTests.onPort(room.smtpPort()), Optional.empty())
                        .connection(),
                    new Gateways(name -> Optional.ofNullable(room.secrets.get(name))),
                    rules::messages,
                    () -> district,
                    () -> Mailroom.house(rules),
                    () -> {}),
                limits(),
                () -> Duration.ZERO,
                new Watch.Outside(Optional::empty, false))
            .start();
    moderation = BeatProcess.start(BROKER, "moderation");
    ingest = BeatProcess.start(BROKER, "ingest");
  }

  @AfterEach
  void stop() throws InterruptedException {
    watch.close();
    moderation.destroyForcibly().waitFor();
    ingest.destroyForcibly().waitFor();
  }

  @Test
  void theShippedLimitsAddUpToLessThanTwoMinutes() throws Exception {
    String running =
        WatchSettings.class.getMethod("runningAfter").getAnnotation(WithDefault.class).value();

    assertThat(Duration.parse("PT" + running).plus(BeatSender.EVERY).plus(TELLING))
        .isLessThan(TWO_MINUTES);
  }

  @Test
  void whileTheyLiveNothingRingsAndOneKilledAndOneStoppedRing() throws Exception {
    await("a start and an idle time ring nothing")
        .during(LONGER_THAN_SILENCE)
        .atMost(LONGER_THAN_SILENCE.plusSeconds(20))
        .until(() -> provider.calls().isEmpty() && mailsTo("chan").isEmpty());

    moderation.destroyForcibly().waitFor();
    signal("STOP");
    await("both ring and are mailed")
        .atMost(SILENT.plus(BeatSender.EVERY).plus(TELLING))
        .until(() -> provider.calls().size() == 2 && mailsTo("chan").size() == 2);
    assertThat(provider.calls().toString()).contains("judging comments", "reading accounts");

    signal("CONT");
    await("that it works again is noticed")
        .until(() -> standing().equals(List.of("silent/moderation")));
    assertThat(provider.calls()).hasSize(2);
  }

  private List<String> standing() {
    return room.database.withHandle(Troubles::standing).stream().map(Trouble::subject).toList();
  }

  private void signal(String name) throws Exception {
    String pid = Long.toString(ingest.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  /** Only the limit of silence matters here. */
  private static WatchLimits limits() {
    Duration ample = Duration.ofMinutes(10);
    return new WatchLimits(
        new SilenceLimits(SILENT, ample, ample),
        ample,
        ample,
        ample,
        ample,
        ample,
        ample,
        ample,
        ample,
        ample);
  }
}
