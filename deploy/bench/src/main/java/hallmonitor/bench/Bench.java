package hallmonitor.bench;

import hallmonitor.local.StackSettings;
import hallmonitor.system.ScratchStack;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Runs all benchmarks of the performance page, for speed and memory, in one run on one machine. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    int threats = option(arguments, "threats", 50);
    int escalations = option(arguments, "escalations", 300);
    int comments = option(arguments, "comments", 120_000);
    int rate = option(arguments, "rate", 2_400);
    boolean wordPress = Arrays.asList(arguments).contains("--wordpress");
    System.out.printf(
        "%s, %d processors, Java %s%n",
        System.getProperty("os.name"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));

    try (ScratchStack stack = ScratchStack.start(StackSettings::withFullSpeed)) {
      Thread.sleep(Duration.ofSeconds(20).toMillis());
      report("memory at idle, MB", MemoryUse.megabytes(stack.stack().database().pid()));
      report("typed to hidden, practice page", TypedToHidden.measure(stack.practice(), 1, threats));
      report(
          "seen to told by email, 100 escalations a minute",
          SeenToTold.measure(stack, escalations, 100));
      report("one stream", Throughput.measure(stack, rate, comments));
      report("memory after it, MB", MemoryUse.megabytes(stack.stack().database().pid()));
      if (wordPress) {
        report("typed to hidden, real WordPress", RealWordPress.measure(stack, threats));
      }
      stack.stop();
      long start = System.nanoTime();
      stack.startAgain();
      report(
          "all up again on these data",
          String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
    }
    System.exit(0);
  }

  private static void report(String what, Object figure) {
    System.out.printf("%n== %s: %s%n", what, figure);
  }

  /** Returns the value of {@code --name=value}, or the default. */
  public static int option(String[] arguments, String name, int otherwise) {
    return Arrays.stream(arguments)
        .filter(a -> a.startsWith("--" + name + "="))
        .map(a -> Integer.parseInt(a.substring(name.length() + 3)))
        .findFirst()
        .orElse(otherwise);
  }
}
