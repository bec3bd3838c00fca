package hallmonitor.system;

import hallmonitor.embedded.FreePorts;
import hallmonitor.local.LocalStack;
import hallmonitor.local.Readiness;
import hallmonitor.local.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** More processes of one of a stack's services, which share its work as on more machines. */
public final class MoreProcesses implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path logs;
  private final List<ServiceProcess> processes = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  /**
   * Starts them, and returns before they are ready.
   *
   * @param count how many besides the stack's own
   */
  public MoreProcesses(ScratchStack scratch, ServiceName service, int count) {
    this(scratch, service, count, scratch.stack().settings().root());
  }

  /**
   * Starts them, and returns before they are ready.
   *
   * @param count how many besides the stack's own
   * @param root the built folder that they are of, such as one with another version
   */
  public MoreProcesses(ScratchStack scratch, ServiceName service, int count, Path root) {
    LocalStack stack = scratch.stack();
    logs = stack.logs();
    for (int number = 2; number <= count + 1; number++) {
      int port = FreePorts.one();
      ServiceProcess process =
          new ServiceProcess(
              service.text() + "-" + number, stack.another(service, port, root), logs);
      process.start();
      processes.add(process);
      addresses.add("http://127.0.0.1:" + port);
    }
  }

  /** Waits until all are ready. */
  public void awaitReady() {
    for (String address : addresses) {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!Readiness.of(address)) {
        if (System.nanoTime() > until) {
          throw new IllegalStateException(address + " is not ready; its log is in " + logs);
        }
        sleep();
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the wait was interrupted", e);
    }
  }

  /** Returns one of them, the first with index 0. */
  public ServiceProcess get(int index) {
    return processes.get(index);
  }

  @Override
  public void close() {
    processes.forEach(ServiceProcess::close);
  }
}
