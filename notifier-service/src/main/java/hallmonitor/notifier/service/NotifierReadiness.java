package hallmonitor.notifier.service;

import hallmonitor.notifier.Notifier;
import hallmonitor.notifier.queue.NoticeBacklog;
import hallmonitor.settings.yaml.FileProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while escalations are read and the queue is processed. A mail server in trouble, a mistake
 * in a newer district.yaml and an escalation that reached no one are shown but do not make it
 * unready: taking the service out of rotation would fix none of them.
 */
@Readiness
@ApplicationScoped
public class NotifierReadiness implements HealthCheck {
  private final NotifierWiring wiring;
  private final WatchWiring watch;

  NotifierReadiness(NotifierWiring wiring, WatchWiring watch) {
    this.wiring = wiring;
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("notifier");
    if (wiring.notifier().isEmpty()) {
      return health.down().withData("fault", "still starting").build();
    }
    Notifier notifier = wiring.notifier().get();
    NoticeBacklog queue = notifier.queue();
    List<String> faults = new ArrayList<>(notifier.faults());
    faults.addAll(watch.faults());
    if (!faults.isEmpty()) {
      health.withData("fault", String.join(" ", faults));
    }
    notifier.mailTrouble().ifPresent(trouble -> health.withData("mail", trouble));
    wiring.fileProblems().stream()
        .collect(
            Collectors.groupingBy(
                FileProblem::file,
                Collectors.mapping(FileProblem::toString, Collectors.joining("; "))))
        .forEach(health::withData);
    notifier.alarmTrouble().ifPresent(trouble -> health.withData("second-channel", trouble));
    if (!notifier.messageTroubles().isEmpty()) {
      health.withData("messages", String.join(" ", notifier.messageTroubles()));
    }
    List<String> unknown = wiring.unknownInRosters();
    if (!unknown.isEmpty()) {
      health.withData("rosters", String.join(" ", unknown));
    }
    if (queue.nobodyTold() > 0) {
      health.withData(
          "nobody-told",
          queue.nobodyTold()
              + " escalations of the last 24 hours reached nobody: add people to district.yaml and"
              + " act on the cases in the console.");
    }
    return health
        .withData("queued", queue.queued())
        .withData("oldest-unsent-seconds", Math.round(queue.oldestSeconds()))
        .status(faults.isEmpty())
        .build();
  }
}
