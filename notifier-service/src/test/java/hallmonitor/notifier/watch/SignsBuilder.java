package hallmonitor.notifier.watch;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.ServiceBeat.PlannedStop;
import hallmonitor.contract.event.ServiceBeat.Wait;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.messaging.beat.SelfView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a look sees while everything is well, except for what a test says. */
final class SignsBuilder {
  static final Instant NOW = Instant.parse("2026-11-24T03:30:00Z");

  private final Map<String, Integer> silent = new HashMap<>();
  private final List<String> unheard = new ArrayList<>();
  private final List<String> stopped = new ArrayList<>();
  private final Map<String, List<Wait>> waits = new HashMap<>();
  private final Map<String, List<Fault>> faults = new HashMap<>();
  private Optional<Instant> readAt = Optional.of(NOW.minusSeconds(20));
  private Optional<PlannedStop> planned = Optional.empty();
  private Duration idle = Duration.ofSeconds(5);
  private Instant startedAt = NOW.minusSeconds(7_200);
  private boolean databaseSettled = true;

  static SignsBuilder signs() {
    return new SignsBuilder();
  }

  SignsBuilder silent(String service, int seconds) {
    silent.put(service, seconds);
    return this;
  }

  SignsBuilder neverHeard(String service, int seconds) {
    unheard.add(service);
    return silent(service, seconds);
  }

  SignsBuilder stopped(String service, int seconds) {
    stopped.add(service);
    return silent(service, seconds);
  }

  SignsBuilder waits(String service, Wait wait) {
    waits.computeIfAbsent(service, s -> new ArrayList<>()).add(wait);
    return this;
  }

  SignsBuilder faults(String service, Fault fault) {
    faults.put(service, List.of(fault));
    return this;
  }

  SignsBuilder self(List<Fault> seen) {
    faults.put("notifier", seen);
    return this;
  }

  SignsBuilder readAt(Instant at) {
    readAt = Optional.of(at);
    return this;
  }

  SignsBuilder idle(Duration longest) {
    idle = longest;
    return this;
  }

  SignsBuilder startedAt(Instant at) {
    startedAt = at;
    return this;
  }

  SignsBuilder readNever() {
    readAt = Optional.empty();
    return this;
  }

  SignsBuilder planned(Instant until) {
    planned = Optional.of(new PlannedStop(until, "dana"));
    return this;
  }

  SignsBuilder databaseGone() {
    databaseSettled = false;
    return this;
  }

  WatchSigns look() {
    return new WatchSigns(
        hearing("notifier"),
        hearing("ingest"),
        hearing("moderation"),
        SelfView.of(
            Optional.empty(),
            waits.getOrDefault("notifier", List.of()),
            faults.getOrDefault("notifier", List.of())),
        databaseSettled,
        idle,
        Optional.empty(),
        NOW);
  }

  private Hearing hearing(String service) {
    ServiceBeat beat =
        new ServiceBeat(
            service,
            UUID.randomUUID(),
            startedAt,
            NOW,
            stopped.contains(service),
            service.equals("ingest") ? readAt : Optional.empty(),
            waits.getOrDefault(service, List.of()),
            faults.getOrDefault(service, List.of()),
            List.of(),
            service.equals("moderation") ? planned : Optional.empty(),
            Optional.empty());
    boolean heard = !unheard.contains(service);
    return new Hearing(
        heard ? Optional.of(beat) : Optional.empty(),
        heard,
        Duration.ofSeconds(silent.getOrDefault(service, 5)));
  }
}
