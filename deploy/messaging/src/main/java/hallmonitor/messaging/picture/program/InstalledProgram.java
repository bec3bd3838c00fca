package hallmonitor.messaging.picture.program;

import hallmonitor.messaging.picture.program.BoundedProcess.ProcessFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that this machine may have. It is looked for when it is first needed, and while it is
 * not there, again each minute. It has no network where the kernel lets an ordinary user say so.
 * One run at a time, so that several take no more memory than one.
 */
public final class InstalledProgram implements AutoCloseable {
  /** All that it gets of an environment. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH",
          "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin",
          "LC_ALL",
          "C.UTF-8",
          "OMP_THREAD_LIMIT",
          "1");

  private static final List<String> ISOLATED =
      List.of("unshare", "--user", "--map-current-user", "--net", "--kill-child", "--");

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  /** Looks whether the program is there, with all that it needs. */
  @FunctionalInterface
  public interface Look {
    /**
     * Looks for it.
     *
     * @throws IOException if it is not there
     */
    boolean finds(BoundedProcess process) throws IOException, InterruptedException;
  }

  private final BoundedProcess process;
  private final Look look;
  private final Duration lookAgain;
  private final List<String> isolated;
  private final Semaphore turn = new Semaphore(1, true);

  /** Keeps the network away; empty where the kernel forbids that, absent without the program. */
  private @Nullable List<String> prefix;

  /** Whether the machine was too busy to say whether the kernel forbids it. */
  private boolean undecided;

  private long lookedAt;

  public InstalledProgram(BoundedProcess.Limits limits, Look look) {
    this(limits, look, LOOK_AGAIN, ISOLATED);
  }

  /**
   * Creates one.
   *
   * @param isolated the program before it that keeps the network away
   */
  InstalledProgram(
      BoundedProcess.Limits limits, Look look, Duration lookAgain, List<String> isolated) {
    this.isolated = List.copyOf(isolated);
    this.process = new BoundedProcess(limits, ENVIRONMENT);
    this.look = look;
    this.lookAgain = lookAgain;
    this.lookedAt = System.nanoTime() - lookAgain.toNanos();
  }

  private synchronized Optional<List<String>> prefix() throws InterruptedException {
    if ((prefix == null || undecided) && System.nanoTime() - lookedAt >= lookAgain.toNanos()) {
      lookedAt = System.nanoTime();
      if (prefix != null || succeeds(look)) {
        prefix = isolation();
      }
    }
    return Optional.ofNullable(prefix);
  }

  private List<String> isolation() throws InterruptedException {
    undecided = false;
    try {
      process.run(command(isolated, List.of("true")), new byte[0]);
      return isolated;
    } catch (ProcessFailure e) {
      undecided = e.isLate();
      return List.of();
    } catch (IOException e) {
      undecided = true;
      return List.of();
    }
  }

  private boolean succeeds(Look at) throws InterruptedException {
    try {
      return at.finds(process);
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> command(List<String> prefix, List<String> program) {
    return Stream.concat(prefix.stream(), program.stream()).toList();
  }

  /** Returns whether it is there. */
  public boolean isReady() {
    try {
      return prefix().isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns whether it is there and has no network. */
  public boolean isIsolated() {
    try {
      return !prefix().orElse(List.of()).isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Runs it, after the runs that were asked for before.
   *
   * @param command its name and its arguments
   * @return what it answers
   * @throws ProcessFailure if it fails, is killed, takes too long, answers too much, or is not
   *     there; then {@link #isReady} says so, too
   */
  public byte[] run(List<String> command, byte[] input) throws IOException, InterruptedException {
    return run(command, input, false);
  }

  /**
   * Runs it as {@link #run} does, and ends it once it has answered as much as it may.
   *
   * @return what it answered until then
   */
  public byte[] runUntilFull(List<String> command, byte[] input)
      throws IOException, InterruptedException {
    return run(command, input, true);
  }

  private byte[] run(List<String> command, byte[] input, boolean untilFull)
      throws IOException, InterruptedException {
    List<String> before = prefix().orElseThrow(ProcessFailure::missing);
    turn.acquire();
    try {
      return untilFull
          ? process.runUntilFull(command(before, command), input)
          : process.run(command(before, command), input);
    } catch (ProcessFailure e) {
      if (e.isMissing()) {
        forget();
      }
      throw e;
    } finally {
      turn.release();
    }
  }

  /** Somebody removed it, or installs it again. */
  private synchronized void forget() {
    prefix = null;
    lookedAt = System.nanoTime();
  }

  @Override
  public void close() {
    process.close();
  }
}
