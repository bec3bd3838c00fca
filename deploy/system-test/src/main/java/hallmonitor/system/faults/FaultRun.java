package hallmonitor.system.faults;

import hallmonitor.local.ServiceName;
import hallmonitor.system.ScratchStack;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Runs a stack under load, kills one part after another with -9 at random moments, and checks which
 * promises hold after it has come to rest.
 */
public final class FaultRun implements AutoCloseable {
  private static final Duration REST = Duration.ofMinutes(6);

  /**
   * The parameters.
   *
   * @param kills number of processes to kill
   * @param seed the same seed kills the same parts after the same pauses
   * @param rate comments per second; a third of them break the policy
   * @param longestPause between two kills, in milliseconds; a service takes seconds to start, so
   *     many kills hit parts that are starting
   */
  public record Order(int kills, long seed, double rate, int longestPause) {}

  private static final List<Victim> VICTIMS = List.of(Victim.values());

  private final KillableParts parts = new KillableParts();
  private final ScratchStack stack = ScratchStack.start(UnaryOperator.identity(), parts);
  private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
  private final Consumer<String> progress;

  /**
   * Creates a run.
   *
   * @param progress receives a line for each step
   */
  public FaultRun(Consumer<String> progress) {
    this.progress = progress;
  }

  /** Returns one sentence for each broken promise; empty if all hold. */
  public List<String> run(Order order) {
    // Comments under one post fold into one conversation; mails about more of them are rare.
    stack.changeEscalations(text -> text.replace("follow-up-every: 5m", "follow-up-every: 5s"));
    stack.practice().stream(
        Map.of("rate", order.rate(), "count", 0, "seed", 7, "violating", 0.34, "edits", 0.05));
    Random chance = new Random(order.seed());
    for (int kill = 1; kill <= order.kills(); kill++) {
      pause(Duration.ofMillis(chance.nextInt(order.longestPause())));
      Victim victim = VICTIMS.get(chance.nextInt(VICTIMS.size()));
      victim.kill(stack.stack(), parts);
      killed.merge(victim, 1, Integer::sum);
      progress.accept("kill %d of %d: %s".formatted(kill, order.kills(), name(victim)));
    }
    stack.practice().stopStream();
    progress.accept("all killed " + killed + "; waiting for rest");
    for (ServiceName service : ServiceName.values()) {
      stack.stack().service(service).awaitReady();
    }
    GuaranteeCheck promises = new GuaranteeCheck(stack);
    awaitRest(promises);
    List<String> broken = promises.broken();
    progress.accept(promises.figures());
    return broken;
  }

  private void awaitRest(GuaranteeCheck promises) {
    long deadline = System.nanoTime() + REST.toNanos();
    while (!promises.atRest() && System.nanoTime() < deadline) {
      pause(Duration.ofSeconds(2));
    }
  }

  private static String name(Victim victim) {
    return victim.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
