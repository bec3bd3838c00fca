package hallmonitor.messaging.picture.program;

import hallmonitor.messaging.picture.program.BoundedProcess.ProcessFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that this machine may have. It is looked for when it is first needed, and while it is
 * not there, again each minute. It has no network where the kernel lets an ordinary user say so.
 * While it is not known whether the kernel does, it is not run, and that is asked again each
 * minute. One run at a time, so that several take no more memory than one.
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
  private final NetworkIsolation isolation;
  private final Semaphore turn = new Semaphore(1, true);

  private boolean there;

  /** Keeps the network away; empty where that is refused, absent while that is not known. */
  private @Nullable List<String> prefix;

  private long lookedAt;

  public InstalledProgram(BoundedProcess.Limits limits, Look look) {
    this(limits, look, LOOK_AGAIN, NetworkIsolation.OF_AN_ORDINARY_USER);
  }

  InstalledProgram(
      BoundedProcess.Limits limits, Look look, Duration lookAgain, NetworkIsolation isolation) {
    this.isolation = isolation;
    this.process = new BoundedProcess(limits, ENVIRONMENT);
    this.look = look;
    this.lookAgain = lookAgain;
    this.lookedAt = System.nanoTime() - lookAgain.toNanos();
  }

  /** What is known of it now. */
  private record Found(boolean there, Optional<List<String>> prefix) {}

  private synchronized Found found() throws InterruptedException {
    if (prefix == null && System.nanoTime() - lookedAt >= lookAgain.toNanos()) {
      lookedAt = System.nanoTime();
      there = there || succeeds(look);
      prefix = there ? isolation.tried(process).orElse(null) : null;
    }
    return new Found(there, Optional.ofNullable(prefix));
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
    return is(Found::there);
  }

  /** Returns whether it is there and has no network. */
  public boolean isIsolated() {
    return is(found -> found.prefix().filter(before -> !before.isEmpty()).isPresent());
  }

  /**
   * Returns whether it is there, and is not run, because it is not known whether it can be kept
   * away from the network.
   */
  public boolean isUndecided() {
    return is(found -> found.there() && found.prefix().isEmpty());
  }

  private boolean is(Predicate<Found> so) {
    try {
      return so.test(found());
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
   * @throws IOException also while {@link #isUndecided}
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
    Found found = found();
    if (!found.there()) {
      throw ProcessFailure.missing();
    }
    List<String> before =
        found
            .prefix()
            .orElseThrow(
                () ->
                    new IOException(
                        "it is not known whether it can be kept away from the network"));
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
    there = false;
    prefix = null;
    lookedAt = System.nanoTime();
  }

  @Override
  public void close() {
    process.close();
  }
}
