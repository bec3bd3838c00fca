package hallmonitor.notifier.service;

import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.ServiceBeat.Wait;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.beat.SelfView;
import hallmonitor.messaging.beat.SilenceLimits;
import hallmonitor.notifier.Notifier;
import hallmonitor.notifier.drill.Drills;
import hallmonitor.notifier.watch.Watch;
import hallmonitor.notifier.watch.WatchLimits;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the watch after everything that it watches, and stops it first. */
@ApplicationScoped
public class WatchWiring {
  private static final int AFTER_EVERYTHING = 4_000;
  private static final int BEFORE_EVERYTHING = 1_000;

  private final NotifierWiring notifier;
  private final EvidenceWiring evidence;
  private volatile @Nullable Watch watch;
  private volatile @Nullable Drills drills;

  WatchWiring(NotifierWiring notifier, EvidenceWiring evidence) {
    this.notifier = notifier;
    this.evidence = evidence;
  }

  void start(
      @Observes @Priority(AFTER_EVERYTHING) StartupEvent event,
      WatchSettings settings,
      DataSource dataSource,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    drills = notifier.drills().start();
    watch =
        new Watch(
                Database.of(dataSource),
                kafka,
                this::self,
                notifier.teller(),
                limits(settings),
                this::longestIdle,
                new Watch.Outside(
                    () -> settings.heartbeat().secret().flatMap(notifier::secret),
                    settings.heartbeat().privateNetwork()))
            .start();
  }

  private Duration longestIdle() {
    return notifier.district().accounts().stream()
        .map(account -> account.polling().idle())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static WatchLimits limits(WatchSettings settings) {
    return new WatchLimits(
        new SilenceLimits(
            settings.runningAfter(), settings.startingAfter(), settings.stoppedAfter()),
        settings.faultAfter(),
        settings.databaseAfter(),
        settings.mailAfter(),
        settings.readingAfter(),
        settings.firstLookAfter(),
        settings.secondLookAfter(),
        settings.outboxAfter(),
        settings.sealAfter(),
        settings.noticeAfter());
  }

  /** Everything in it was measured before: this asks neither the database nor the broker. */
  private SelfView self() {
    List<Fault> faults = new ArrayList<>();
    List<Wait> waits = new ArrayList<>();
    Instant now = Instant.now();
    notifier.notifier().ifPresent(running -> look(running, faults, waits, now));
    evidence
        .evidence()
        .ifPresent(
            keeping -> {
              keeping.faults().forEach(why -> faults.add(new Fault("service", why)));
              keeping.alarm().ifPresent(why -> faults.add(new Fault("evidence", why)));
              wait(waits, "seal", 1, keeping.oldestSeconds(), now);
            });
    Drills running = drills;
    return SelfView.of(Optional.empty(), waits, faults)
        .withDrill(running == null ? Optional.empty() : running.latest());
  }

  private static void look(Notifier running, List<Fault> faults, List<Wait> waits, Instant now) {
    running.faults().forEach(why -> faults.add(new Fault("service", why)));
    running.brokerLoss().ifPresent(why -> faults.add(new Fault("service", why)));
    running.mailTrouble().ifPresent(why -> faults.add(new Fault("mail", why)));
    wait(waits, "notice", running.queue().queued(), running.queue().oldestSeconds(), now);
  }

  private static void wait(
      List<Wait> waits, String what, long count, double oldestSeconds, Instant now) {
    if (oldestSeconds > 0) {
      waits.add(
          new Wait(
              what,
              Math.max(1, count),
              now.minus(Duration.ofMillis((long) (oldestSeconds * 1_000)))));
    }
  }

  /** Says goodbye before the other parts end, so that they are not taken for dead. */
  void stop(@Observes @Priority(BEFORE_EVERYTHING) ShutdownEvent event) {
    if (watch != null) {
      watch.close();
    }
    if (drills != null) {
      drills.close();
    }
  }

  /** Records an answer to a drill; returns whether this person was asked. */
  boolean answerDrill(UUID drill, String person) {
    Drills running = drills;
    return running != null && running.answer(drill, person);
  }

  /** Returns what keeps the watch from working; empty if nothing does. */
  List<String> faults() {
    Watch running = watch;
    Drills trying = drills;
    if (running == null || trying == null) {
      return List.of();
    }
    return trying.alive()
        ? running.faults()
        : List.of("Drills are no longer held; restart the notifier.");
  }
}
