package hallmonitor.notifier.watch;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.ServiceBeat.Wait;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.messaging.beat.SilenceLimits.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what is wrong. Only what was heard is judged: what nobody can know stays as it was. */
final class Diagnosis {
  /** While a service hears itself, the broker works, and another one's silence is its own. */
  private static final Duration HEARS_ITSELF = Duration.ofSeconds(25);

  private static final Duration AT_ONCE = Duration.ZERO;

  /** An account in order is read once in its idle time. */
  private static final int IDLE_TIMES = 2;

  private final WatchSigns signs;
  private final WatchLimits limits;
  private final List<WatchFinding> found = new ArrayList<>();

  private Diagnosis(WatchSigns signs, WatchLimits limits) {
    this.signs = signs;
    this.limits = limits;
  }

  /** Returns a finding for each subject, always the same ones. */
  static List<WatchFinding> findings(WatchSigns signs, WatchLimits limits) {
    return new Diagnosis(signs, limits).all();
  }

  private List<WatchFinding> all() {
    broker();
    silence("ingest", signs.ingest());
    silence("moderation", signs.moderation());
    faults("ingest", beat(signs.ingest()).map(ServiceBeat::faults));
    faults("moderation", beat(signs.moderation()).map(ServiceBeat::faults));
    faults("notifier", Optional.of(signs.self().faults()));
    anyService("clock");
    anyService("certificate");
    database();
    search();
    evidence();
    mail();
    reading();
    waits();
    found.add(
        signs
            .heartbeat()
            .or(() -> of(signs.self().faults(), "heartbeat"))
            .map(why -> WatchFinding.ordinary("heartbeat", limits.mail(), why))
            .orElseGet(() -> WatchFinding.well("heartbeat")));
    return found.stream().map(this::unlessExplained).toList();
  }

  /** Nobody is told of what follows from an announced stop, the broker or the database. */
  private WatchFinding unlessExplained(WatchFinding finding) {
    String subject = finding.subject();
    boolean follows =
        subject.startsWith("fault/")
            || subject.startsWith("late/")
            || subject.equals("database")
            || subject.equals("search");
    boolean mailFails = of(signs.self().faults(), "mail").isPresent();
    boolean explained =
        subject.equals("late/notice") && mailFails
            || follows && !(signs.databaseSettled() && isBrokerWell())
            || signs.isPlannedStop() && !subject.equals("mail") && !subject.equals("heartbeat");
    return finding.isWrong() && explained ? WatchFinding.unknown(subject) : finding;
  }

  private void broker() {
    Standing own = limits.silence().of(signs.own());
    found.add(
        switch (own) {
          case LIVES -> WatchFinding.well("broker");
          case UNKNOWN -> WatchFinding.unknown("broker");
          case SILENT ->
              WatchFinding.urgent(
                  "broker",
                  AT_ONCE,
                  "The notifier sends signs of life to Kafka, and they do not come back.");
        });
  }

  private boolean isBrokerWell() {
    return signs.own().heard() && signs.own().silent().compareTo(HEARS_ITSELF) < 0;
  }

  private void silence(String service, Hearing hearing) {
    String subject = "silent/" + service;
    Standing standing = limits.silence().of(hearing);
    if (!isBrokerWell() || standing == Standing.UNKNOWN) {
      found.add(WatchFinding.unknown(subject));
    } else if (standing == Standing.LIVES) {
      found.add(WatchFinding.well(subject));
    } else {
      String how =
          hearing.isStopped()
              ? " was stopped and has not been started again."
              : hearing.heard()
                  ? " gives no sign of life."
                  : " has not given a sign of life since the notifier started.";
      found.add(WatchFinding.urgent(subject, AT_ONCE, "The " + service + " service" + how));
    }
  }

  /** Only a beat of a service that lives says something about now. */
  private Optional<ServiceBeat> beat(Hearing hearing) {
    return hearing.heard() && limits.silence().of(hearing) == Standing.LIVES
        ? hearing.latest()
        : Optional.empty();
  }

  private void faults(String service, Optional<List<Fault>> faults) {
    String fault = "fault/" + service;
    if (faults.isEmpty()) {
      found.add(WatchFinding.unknown(fault));
      return;
    }
    found.add(
        of(faults.get(), "service")
            .map(why -> WatchFinding.urgent(fault, limits.fault(), why))
            .orElseGet(() -> WatchFinding.well(fault)));
  }

  /**
   * One for all services: most often they share a machine, which was asleep, and certificates that
   * were made together.
   */
  private void anyService(String part) {
    found.add(
        of(allFaults(), part)
            .map(why -> WatchFinding.ordinary(part, AT_ONCE, why))
            .orElseGet(() -> WatchFinding.well(part)));
  }

  private static Optional<String> of(List<Fault> faults, String part) {
    String all =
        faults.stream()
            .filter(fault -> fault.part().equals(part))
            .map(Fault::why)
            .distinct()
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private List<Fault> allFaults() {
    return Stream.concat(
            Stream.of(beat(signs.ingest()), beat(signs.moderation()))
                .flatMap(Optional::stream)
                .flatMap(beat -> beat.faults().stream()),
            signs.self().faults().stream())
        .toList();
  }

  private void database() {
    found.add(
        of(allFaults(), "database")
            .map(why -> WatchFinding.urgent("database", limits.database(), why))
            .orElseGet(() -> WatchFinding.well("database")));
  }

  /** Comments are judged without it, so that nobody is woken. */
  private void search() {
    found.add(
        beat(signs.moderation())
            .map(
                beat ->
                    of(beat.faults(), "search")
                        .map(why -> WatchFinding.ordinary("search", limits.fault(), why))
                        .orElseGet(() -> WatchFinding.well("search")))
            .orElseGet(() -> WatchFinding.unknown("search")));
  }

  /** Everything is sealed and judged as always, so that nobody is woken. */
  private void evidence() {
    found.add(
        of(signs.self().faults(), "evidence")
            .map(why -> WatchFinding.ordinary("evidence", limits.fault(), why))
            .orElseGet(() -> WatchFinding.well("evidence")));
  }

  private void mail() {
    found.add(
        of(signs.self().faults(), "mail")
            .map(why -> WatchFinding.urgent("mail", limits.mail(), why))
            .orElseGet(() -> WatchFinding.well("mail")));
  }

  private void reading() {
    Optional<ServiceBeat> ingest = beat(signs.ingest());
    if (ingest.isEmpty()) {
      found.add(WatchFinding.unknown("late/reading"));
      return;
    }
    Duration limit = longer(limits.reading(), signs.longestIdle().multipliedBy(IDLE_TIMES));
    if (ingest.get().lastReadAt().filter(at -> isLate(at, limit)).isPresent()) {
      found.add(
          WatchFinding.urgent(
              "late/reading", limits.fault(), "No account was read for " + words(limit) + "."));
    } else {
      found.add(
          hasJustStarted(ingest.get())
              ? WatchFinding.unknown("late/reading")
              : WatchFinding.well("late/reading"));
    }
  }

  /** Returns whether it has read nothing since it started, or does not know its accounts yet. */
  private boolean hasJustStarted(ServiceBeat ingest) {
    Instant knows = ingest.startedAt().plus(limits.silence().starting());
    return ingest
        .lastReadAt()
        .map(at -> !at.isAfter(ingest.startedAt()))
        .orElseGet(() -> ingest.at().isBefore(knows));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void waits() {
    Optional<List<Wait>> moderation = beat(signs.moderation()).map(ServiceBeat::waits);
    Optional<List<Wait>> self = Optional.of(signs.self().waits());
    late("first-look", true, limits.firstLook(), moderation);
    late("second-look", false, limits.secondLook(), moderation);
    late("outbox", true, limits.outbox(), moderation);
    late("failed-message", false, AT_ONCE, moderation);
    late("account", false, AT_ONCE, moderation);
    late("seal", true, limits.seal(), self);
    late("notice", true, limits.notice(), self);
  }

  private void late(String what, boolean urgent, Duration limit, Optional<List<Wait>> waits) {
    String subject = "late/" + what;
    if (waits.isEmpty()) {
      found.add(WatchFinding.unknown(subject));
      return;
    }
    boolean late =
        waits.get().stream()
            .anyMatch(wait -> wait.what().equals(what) && isLate(wait.since(), limit));
    String why =
        limit.isZero()
            ? "Someone must look at it."
            : "The oldest waits for over " + words(limit) + ".";
    found.add(
        late
            ? new WatchFinding(subject, WatchFinding.State.WRONG, urgent, limits.fault(), why)
            : WatchFinding.well(subject));
  }

  /**
   * By a clock that may have jumped, or slept: so what is late must be so for a while before it is
   * told. The services work off in that time what waited meanwhile.
   */
  private boolean isLate(Instant since, Duration limit) {
    return since.plus(limit).isBefore(signs.now());
  }

  private static String words(Duration limit) {
    long minutes = limit.toMinutes();
    return minutes >= 1 ? minutes + " minutes" : limit.toSeconds() + " seconds";
  }
}
