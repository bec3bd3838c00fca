package hallmonitor.notifier.watch;

import static hallmonitor.notifier.watch.SignsBuilder.NOW;
import static hallmonitor.notifier.watch.SignsBuilder.signs;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.ServiceBeat.Wait;
import hallmonitor.messaging.beat.SilenceLimits;
import hallmonitor.notifier.watch.WatchFinding.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final WatchLimits LIMITS =
      new WatchLimits(
          new SilenceLimits(Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(10)),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5));

  @Test
  void anIdleNightRaisesNothing() {
    assertThat(wrong(signs())).isEmpty();
    assertThat(Diagnosis.findings(signs().look(), LIMITS))
        .allMatch(finding -> finding.state() == WatchFinding.State.WELL);
  }

  @Test
  void aSilentServiceIsUrgentAndSaysWhich() {
    assertThat(Diagnosis.findings(signs().silent("moderation", 61).look(), LIMITS))
        .filteredOn(WatchFinding::isWrong)
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo("silent/moderation"))
        .satisfies(found -> assertThat(found.urgent()).isTrue())
        .satisfies(found -> assertThat(found.why()).contains("gives no sign of life"));
    assertThat(wrong(signs().silent("ingest", 61))).containsExactly("silent/ingest");
  }

  @Test
  void aServiceThatStartsOrWasStoppedIsNotSilentYet() {
    assertThat(wrong(signs().neverHeard("ingest", 170))).isEmpty();
    assertThat(wrong(signs().stopped("moderation", 500))).isEmpty();
  }

  @Test
  void aServiceThatNeverComesOrDoesNotComeBackIsTold() {
    assertThat(wrong(signs().neverHeard("ingest", 181))).containsExactly("silent/ingest");
    assertThat(wrong(signs().stopped("moderation", 601))).containsExactly("silent/moderation");
  }

  @Test
  void ifNotEvenItsOwnBeatsComeBackOnlyTheBrokerIsToBlame() {
    SignsBuilder gone =
        signs()
            .silent("notifier", 61)
            .silent("ingest", 61)
            .silent("moderation", 61)
            .self(List.of(new Fault("service", "Publishing outcomes: TimeoutException")));

    assertThat(wrong(gone)).containsExactly("broker");
  }

  @Test
  void nobodyIsJudgedWhileTheBrokerIsInDoubt() {
    assertThat(wrong(signs().silent("notifier", 40).silent("moderation", 61))).isEmpty();
  }

  @Test
  void duringAnAnnouncedStopOnlyMailIsTold() {
    SignsBuilder stop =
        signs()
            .planned(NOW.plusSeconds(600))
            .silent("ingest", 300)
            .self(List.of(new Fault("mail", "It answers 421."), new Fault("service", "x")));

    assertThat(wrong(stop)).containsExactly("mail");
    assertThat(wrong(stop.planned(NOW.minusSeconds(1)))).contains("silent/ingest");
  }

  @Test
  void workThatWaitsTooLongIsToldByItsKind() {
    SignsBuilder late =
        signs()
            .waits("moderation", new Wait("first-look", 5_000, NOW.minusSeconds(601)))
            .waits("moderation", new Wait("second-look", 9, NOW.minusSeconds(1_700)))
            .waits("moderation", new Wait("outbox", 3, NOW.minusSeconds(121)))
            .waits("moderation", new Wait("failed-message", 1, NOW.minusSeconds(1)))
            .waits("notifier", new Wait("seal", 1, NOW.minusSeconds(301)))
            .waits("notifier", new Wait("notice", 1, NOW.minusSeconds(299)));

    assertThat(wrong(late))
        .containsExactlyInAnyOrder(
            "late/first-look", "late/outbox", "late/failed-message", "late/seal");
  }

  @Test
  void readingThatStoodStillIsToldAndNoAccountAtAllIsNot() {
    assertThat(wrong(signs().readAt(NOW.minusSeconds(1_801)))).containsExactly("late/reading");
    assertThat(wrong(signs().readAt(NOW.minusSeconds(1_799)))).isEmpty();
    assertThat(wrong(signs().readNever())).isEmpty();
  }

  @Test
  void aRestartDuringAnOutageDoesNotSayThatReadingWorksAgain() {
    Instant restart = NOW.minusSeconds(30);

    assertThat(reading(signs().startedAt(restart).readAt(restart))).isEqualTo(State.UNKNOWN);
    assertThat(reading(signs().startedAt(restart).readNever())).isEqualTo(State.UNKNOWN);
    assertThat(reading(signs().startedAt(restart).readAt(NOW))).isEqualTo(State.WELL);
    Instant longAgo = NOW.minusSeconds(1_801);
    assertThat(reading(signs().startedAt(longAgo).readAt(longAgo))).isEqualTo(State.WRONG);
  }

  @Test
  void accountsThatAreReadSeldomHaveTwiceAsLong() {
    SignsBuilder seldom = signs().idle(Duration.ofHours(1));

    assertThat(wrong(seldom.readAt(NOW.minusSeconds(7_199)))).isEmpty();
    assertThat(wrong(seldom.readAt(NOW.minusSeconds(7_201)))).containsExactly("late/reading");
  }

  @Test
  void afterTheMachineSleptWhatWaitedHasTimeToBeWorkedOff() {
    SignsBuilder awake =
        signs()
            .readAt(NOW.minusSeconds(30_000))
            .waits("moderation", new Wait("first-look", 5_000, NOW.minusSeconds(30_000)))
            .waits("notifier", new Wait("notice", 1, NOW.minusSeconds(30_000)));
    List<WatchFinding> findings = Diagnosis.findings(awake.look(), LIMITS);
    Lasting lasting = new Lasting();

    assertThat(lasting.of(findings, seconds(0))).noneMatch(WatchFinding::isWrong);
    assertThat(lasting.of(findings, seconds(119))).noneMatch(WatchFinding::isWrong);
    assertThat(lasting.of(findings, seconds(120))).filteredOn(WatchFinding::isWrong).hasSize(3);
  }

  @Test
  void whatFollowsFromTheDatabaseIsNotToldBesideIt() {
    List<Fault> faults = List.of(new Fault("service", "Reading escalations: SQLException"));

    assertThat(wrong(signs().self(faults).databaseGone())).isEmpty();
    assertThat(wrong(signs().self(faults))).containsExactly("fault/notifier");
  }

  @Test
  void noticesThatWaitForTheMailServerAreNotToldBesideIt() {
    SignsBuilder late = signs().waits("notifier", new Wait("notice", 1, NOW.minusSeconds(301)));
    assertThat(wrong(late)).containsExactly("late/notice");

    assertThat(wrong(late.self(List.of(new Fault("mail", "It answers 421.")))))
        .containsExactly("mail");
  }

  @Test
  void aClockThatJumpedIsToldByMailOnlyAndOnceForAllServices() {
    Fault jumped = new Fault("clock", "It jumped.");
    assertThat(
            Diagnosis.findings(
                signs()
                    .faults("ingest", jumped)
                    .faults("moderation", jumped)
                    .self(List.of(jumped))
                    .look(),
                LIMITS))
        .filteredOn(WatchFinding::isWrong)
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo("clock"))
        .satisfies(found -> assertThat(found.urgent()).isFalse());
  }

  @Test
  void aCertificateThatEndsSoonIsToldByMailOnly() {
    Fault ends = new Fault("certificate", "It ends on 2028-11-30.");
    assertThat(Diagnosis.findings(signs().faults("ingest", ends).look(), LIMITS))
        .filteredOn(WatchFinding::isWrong)
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo("certificate"))
        .satisfies(found -> assertThat(found.why()).isEqualTo("It ends on 2028-11-30."))
        .satisfies(found -> assertThat(found.urgent()).isFalse());
  }

  @Test
  void aLedgerThatIsNotTheSignedOneIsToldByMailOnly() {
    Fault differs = new Fault("evidence", "The chain does not hold at record 4.");
    assertThat(Diagnosis.findings(signs().self(List.of(differs)).look(), LIMITS))
        .filteredOn(WatchFinding::isWrong)
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo("evidence"))
        .satisfies(found -> assertThat(found.why()).isEqualTo(differs.why()))
        .satisfies(found -> assertThat(found.urgent()).isFalse());
  }

  @Test
  void whatPassesSoonerThanItsLimitIsNotTold() {
    Lasting lasting = new Lasting();
    List<WatchFinding> wrong =
        List.of(WatchFinding.urgent("fault/ingest", Duration.ofMinutes(2), "x"));
    List<WatchFinding> well = List.of(WatchFinding.well("fault/ingest"));

    assertThat(lasting.of(wrong, seconds(0))).noneMatch(WatchFinding::isWrong);
    assertThat(lasting.of(wrong, seconds(119))).noneMatch(WatchFinding::isWrong);
    assertThat(lasting.of(wrong, seconds(120))).allMatch(WatchFinding::isWrong);
    lasting.of(well, seconds(121));
    assertThat(lasting.of(wrong, seconds(122))).noneMatch(WatchFinding::isWrong);
  }

  private static State reading(SignsBuilder signs) {
    return Diagnosis.findings(signs.look(), LIMITS).stream()
        .filter(finding -> finding.subject().equals("late/reading"))
        .map(WatchFinding::state)
        .findFirst()
        .orElseThrow();
  }

  private static long seconds(long many) {
    return Duration.ofSeconds(many).toNanos();
  }

  @Test
  void aSearchThatIsBehindWakesNobody() {
    Fault behind = new Fault("search", "The search lacks what was archived 16 minutes ago.");
    assertThat(Diagnosis.findings(signs().faults("moderation", behind).look(), LIMITS))
        .filteredOn(WatchFinding::isWrong)
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo("search"))
        .satisfies(found -> assertThat(found.urgent()).isFalse());
    assertThat(wrong(signs().faults("moderation", behind).databaseGone())).doesNotContain("search");
  }

  private static List<String> wrong(SignsBuilder signs) {
    return Diagnosis.findings(signs.look(), LIMITS).stream()
        .filter(WatchFinding::isWrong)
        .map(WatchFinding::subject)
        .toList();
  }
}
