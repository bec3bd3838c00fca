package hallmonitor.messaging.picture.program;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a program as a process of its own, with limits that the kernel keeps: memory, processor
 * time, and no file that it could write. It takes its input from memory and gives its output there,
 * and is ended with all that it started. Even if this process is killed, it ends by its own limits.
 */
public final class BoundedProcess implements AutoCloseable {
  /**
   * The shell sets the limits and becomes the program. Arguments stay arguments: nothing of them is
   * read as a command. If memory runs out, the kernel ends the program first, unless it ends a
   * container as a whole.
   */
  private static final String LIMITED =
      """
      echo 1000 2>/dev/null >/proc/self/oom_score_adj
      ulimit -v "$1" && ulimit -t "$2" && ulimit -f 0 && ulimit -c 0 && shift 2 && exec nice -n 10 "$@"
      """;

  /** As shells, nice and unshare tell it. */
  private static final int NOT_RUNNABLE = 126;

  private static final int NOT_FOUND = 127;
  private static final int SIGNALED = 128;
  private static final int SIGKILL = 9;
  private static final int SIGXCPU = 24;

  /**
   * Limits.
   *
   * @param time until it is killed
   * @param memory address space, in bytes
   * @param output most bytes that it may answer
   */
  public record Limits(Duration time, long memory, int output) {}

  /** Thrown if it did not end well. The message says what happened, and nothing of its input. */
  public static final class ProcessFailure extends IOException {
    private final boolean late;
    private final boolean missing;

    ProcessFailure(String message, boolean late) {
      this(message, late, false);
    }

    private ProcessFailure(String message, boolean late, boolean missing) {
      super(message);
      this.late = late;
      this.missing = missing;
    }

    static ProcessFailure missing() {
      return new ProcessFailure("it is not installed", false, true);
    }

    /** Returns whether there is no such program, or none that can be run. */
    boolean isMissing() {
      return missing;
    }

    /** Returns whether it took too long, which may be the machine's fault. */
    public boolean isLate() {
      return late;
    }
  }

  private final Limits limits;
  private final Map<String, String> environment;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "process time cap");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Creates a runner.
   *
   * @param environment all that the program gets
   */
  public BoundedProcess(Limits limits, Map<String, String> environment) {
    this.limits = limits;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Runs a program. Several may run at once.
   *
   * @param command the program, found by the search path, and its arguments
   * @throws ProcessFailure if it fails, is killed, takes too long or answers too much
   * @throws IOException if no process can be started
   */
  public byte[] run(List<String> command, byte[] input) throws IOException, InterruptedException {
    byte[] output = runUntilFull(command, input);
    if (output.length > limits.output()) {
      throw new ProcessFailure("it answered more than " + limits.output() + " bytes", false);
    }
    return output;
  }

  /**
   * Runs a program, and ends it if it answers more than it may.
   *
   * @return what it answered; if it was ended, one byte more than it may
   * @throws ProcessFailure if it fails, is killed or takes too long
   * @throws IOException if no process can be started
   */
  byte[] runUntilFull(List<String> command, byte[] input) throws IOException, InterruptedException {
    Process process = started(command);
    running.add(process);
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> cap =
        timer.schedule(
            () -> {
              late.set(true);
              kill(process);
            },
            limits.time().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      give(process, input);
      byte[] output = process.getInputStream().readNBytes(limits.output() + 1);
      if (output.length > limits.output()) {
        return output;
      }
      int status = process.waitFor();
      if (late.get()) {
        throw new ProcessFailure(
            "it took longer than " + limits.time().toSeconds() + " seconds", true);
      }
      if (status == NOT_FOUND || status == NOT_RUNNABLE) {
        throw ProcessFailure.missing();
      }
      if (status != 0) {
        throw new ProcessFailure("it ended with status " + status, isOutOfTime(status));
      }
      return output;
    } finally {
      cap.cancel(false);
      kill(process);
      running.remove(process);
    }
  }

  private Process started(List<String> command) throws IOException {
    List<String> limited =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                LIMITED,
                "sh",
                Long.toString(limits.memory() / 1024),
                Long.toString(Math.max(1, limits.time().toSeconds()))));
    limited.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(limited).redirectError(Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** A program that ends before it has read everything is judged by its status. */
  private static void give(Process process, byte[] input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // It no longer reads.
    }
  }

  /** The kernel ends what used up its processor time, the shell tells the signal so. */
  private static boolean isOutOfTime(int status) {
    return status == SIGNALED + SIGXCPU || status == SIGNALED + SIGKILL;
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Kills what runs. */
  @Override
  public void close() {
    timer.shutdownNow();
    running.forEach(BoundedProcess::kill);
  }
}
