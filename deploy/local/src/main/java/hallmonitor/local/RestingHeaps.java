package hallmonitor.local;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has the heaps of the services and of this process collected when they rest after work, so that
 * garbage does not stay in memory until the next work needs the room. A collection of the largest
 * takes a quarter of a second, in which nothing else is to be done.
 */
final class RestingHeaps implements AutoCloseable {
  private final Collection<Service> services;
  private final Map<Service, WorkAndRest> seen = new HashMap<>();
  private final WorkAndRest own = new WorkAndRest();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "resting heaps");
            thread.setDaemon(true);
            return thread;
          });

  RestingHeaps(Collection<Service> services) {
    this.services = services;
    var unused = looks.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
  }

  private void look() {
    for (Service service : services) {
      long pid = service.pid();
      if (seen.computeIfAbsent(service, s -> new WorkAndRest())
          .rests(used(ProcessHandle.of(pid)))) {
        Jcmd.ask(pid, "GC.run");
      }
    }
    if (own.rests(used(Optional.of(ProcessHandle.current())))) {
      System.gc();
    }
  }

  private static Duration used(Optional<ProcessHandle> process) {
    return process.flatMap(p -> p.info().totalCpuDuration()).orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
