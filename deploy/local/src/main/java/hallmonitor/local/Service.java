package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.OrphanGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One of the three services as a child process: started, supervised, restarted when it dies, and
 * stopped when this process ends in any way.
 */
public final class Service implements AutoCloseable {
  /** A start takes half a minute on a quiet machine, and minutes on one with much other work. */
  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  /** Ctrl-C reaches the services before this process, and must not look like a failure. */
  private static final Duration SETTLE = Duration.ofMillis(300);

  private final ServiceName name;
  private final ServiceLaunch launch;
  private final DataFolder data;
  private final StartProgress progress;
  private final RotatedLog log;
  private final PidFile pidFile;
  private final CountDownLatch closing = new CountDownLatch(1);

  private volatile Process process;
  private volatile boolean supervised;
  private OrphanGuard guard;

  private Service(ServiceName name, ServiceLaunch launch, DataFolder data, StartProgress progress) {
    this.name = name;
    this.launch = launch;
    this.data = data;
    this.progress = progress;
    this.log = new RotatedLog(data.logs().resolve(name.text() + ".log"));
    this.pidFile = PidFile.of(data, name);
    log.rotate();
    this.process = begun();
    this.guard = OrphanGuard.stopWhenAbandoned(process.pid());
  }

  /** Starts the process and returns immediately. */
  static Service start(
      ServiceName name, ServiceLaunch launch, DataFolder data, StartProgress progress) {
    return new Service(name, launch, data, progress);
  }

  /** Returns the id of the running process; a restart changes it. */
  public long pid() {
    return process.pid();
  }

  private String healthAddress() {
    return launch.settings().ports().http(name.metrics());
  }

  /**
   * Waits at most four minutes until the service is ready, and says now and then that it still
   * starts. Under supervision, a process that ends is replaced and the wait continues.
   *
   * @throws CannotStart if it ended or is not ready in time; the message contains the end of its
   *     log
   */
  public void awaitReady() {
    awaitReady(supervised);
  }

  private void awaitReady(boolean orItsSuccessor) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    long nextSign = System.nanoTime() + BETWEEN_SIGNS.toNanos();
    while (!Readiness.of(healthAddress())) {
      if (isClosing(Duration.ofMillis(50))) {
        throw new CannotStart("The " + name.text() + " was stopped while it started.");
      }
      if (!process.isAlive() && !orItsSuccessor) {
        throw notReady("ended while starting (" + outcome(process) + ")");
      }
      if (System.nanoTime() > deadline) {
        throw notReady("was not ready after " + START_LIMIT.toSeconds() + " s");
      }
      if (System.nanoTime() > nextSign) {
        progress.say("The " + name.text() + " is still starting.");
        nextSign += BETWEEN_SIGNS.toNanos();
      }
    }
  }

  private CannotStart notReady(String why) {
    return new CannotStart(
        "The %s %s; its log %s ends with:%n%s"
            .formatted(name.text(), why, log.file(), log.tail(12)));
  }

  /** Starts supervision: restarts the process whenever it ends unexpectedly. */
  void supervise() {
    supervised = true;
    Thread thread = new Thread(this::watch, "watch " + name.text());
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Kills the process like {@code kill -9} and returns when it is gone. Supervision starts a new
   * one.
   */
  public void kill() {
    Process victim = process;
    victim.destroyForcibly();
    try {
      victim.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops the process cleanly, starts a new one and waits until it is ready. */
  public void restart() {
    synchronized (this) {
      end();
      run();
    }
    awaitReady();
  }

  /** Stops for good: terminates the process, and kills it after 15 seconds. */
  @Override
  public void close() {
    closing.countDown();
    synchronized (this) {
      end();
    }
  }

  private synchronized void run() {
    process = begun();
    guard = OrphanGuard.stopWhenAbandoned(process.pid());
  }

  private Process begun() {
    ProcessBuilder builder = launch.process(name);
    builder.directory(data.run().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    try {
      Process begun = builder.start();
      try {
        pidFile.write(begun.toHandle());
      } catch (UncheckedIOException e) {
        begun.destroyForcibly(); // it would hold the port of the next one
        throw e;
      }
      return begun;
    } catch (IOException e) {
      throw new UncheckedIOException("the " + name.text() + " cannot be started", e);
    }
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    guard.close();
    pidFile.delete();
  }

  private void watch() {
    RestartBackoff backoff = new RestartBackoff();
    while (true) {
      Process watched = process;
      long started = System.nanoTime();
      waitFor(watched);
      if (isClosing(SETTLE)) {
        return;
      }
      if (process != watched) {
        continue; // restarted on purpose
      }
      Duration pause = backoff.next(Duration.ofNanos(System.nanoTime() - started));
      progress.say(
          "The %s stopped (%s). Restarting it in %d s. Log: %s"
              .formatted(name.text(), outcome(watched), pause.toSeconds(), log.file()));
      if (isClosing(pause)) {
        return;
      }
      startInPlaceOf(watched);
    }
  }

  private void startInPlaceOf(Process ended) {
    try {
      synchronized (this) {
        if (closing.getCount() == 0 || process != ended) {
          return;
        }
        guard.close();
        run();
      }
      awaitReady(false);
      progress.say("The " + name.text() + " is ready again.");
    } catch (CannotStart e) {
      // It ended again or is being stopped; the supervision loop handles both.
    } catch (UncheckedIOException e) {
      // The machine lacks memory, processes or space on its disk; the supervision loop tries again.
      progress.say("The %s cannot be started: %s".formatted(name.text(), e.getCause()));
    }
  }

  private static void waitFor(Process process) {
    boolean ended = false;
    while (!ended) {
      try {
        process.waitFor();
        ended = true;
      } catch (InterruptedException e) {
        // Nothing interrupts this thread; it ends with the JVM.
      }
    }
  }

  private boolean isClosing(Duration within) {
    try {
      return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String outcome(Process ended) {
    int code = ended.exitValue();
    return code > 128 ? "killed by signal " + (code - 128) : "exit code " + code;
  }
}
