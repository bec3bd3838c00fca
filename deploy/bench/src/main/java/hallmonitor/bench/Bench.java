package hallmonitor.bench;

import hallmonitor.settings.tool.Tool;
import hallmonitor.system.ScratchStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The figures of the page on performance about speed, in one run on one machine. */
@Command(
    name = "deploy/bench/run",
    description =
        "Measures the whole pipeline on this machine, on free ports and with data of its own;"
            + " nothing else should run beside it.%n")
public final class Bench implements Callable<Integer> {
  @Option(
      names = "--threats",
      paramLabel = "N",
      defaultValue = "50",
      description = "typed one after the other (${DEFAULT-VALUE})")
  private int threats;

  @Option(
      names = "--webhooks",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "threats told by webhook one after the other, and then as many as fast as they are taken"
              + " (${DEFAULT-VALUE})")
  private int webhooks;

  @Option(
      names = "--escalations",
      paramLabel = "N",
      defaultValue = "300",
      description = "at 100 a minute (${DEFAULT-VALUE})")
  private int escalations;

  @Option(
      names = "--comments",
      paramLabel = "N",
      defaultValue = "120000",
      description = "in one stream (${DEFAULT-VALUE})")
  private int comments;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2400",
      description = "comments of that stream a second (${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--wordpress",
      description =
          "measures the time from typed to hidden against a real WordPress, too (see"
              + " deploy/testbeds/wordpress)")
  private boolean wordPress;

  public static void main(String[] arguments) {
    Tool.main(new Bench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    System.out.printf(
        "%s, %d processors, Java %s%n",
        System.getProperty("os.name"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));

    try (ScratchStack stack = ScratchStack.start()) {
      report("typed to hidden, practice page", TypedToHidden.measure(stack.practice(), 1, threats));
      report(
          "seen to told by email, 100 escalations a minute",
          SeenToTold.measure(stack, escalations, 100));
      report("one stream", Throughput.measure(stack, rate, comments));
      try (WebhookToHidden webhook = new WebhookToHidden(stack)) {
        report("webhook to hidden, one after the other", webhook.oneByOne(webhooks));
        report("webhook to hidden, in a burst", webhook.burst(webhooks));
      }
      if (wordPress) {
        report("typed to hidden, real WordPress", RealWordPress.measure(stack, threats));
      }
    }
    return 0;
  }

  private static void report(String what, Object figure) {
    System.out.printf("%n== %s: %s%n", what, figure);
  }
}
