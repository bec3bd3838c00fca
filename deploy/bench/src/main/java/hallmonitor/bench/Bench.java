package hallmonitor.bench;

import hallmonitor.local.practice.CommentStore;
import hallmonitor.local.practice.StreamOrder;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.system.ScratchStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      description = "typed one after the other; 0 for none (${DEFAULT-VALUE})")
  private int threats;

  @Option(
      names = "--webhooks",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "threats told by webhook one after the other, and then as many as fast as they are taken;"
              + " 0 for none (${DEFAULT-VALUE})")
  private int webhooks;

  @Option(
      names = "--escalations",
      paramLabel = "N",
      defaultValue = "300",
      description = "at 100 a minute; 0 for none (${DEFAULT-VALUE})")
  private int escalations;

  @Option(
      names = "--comments",
      paramLabel = "N",
      defaultValue = "120000",
      description = "in one stream; 0 for none (${DEFAULT-VALUE})")
  private int comments;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2400",
      description = "comments of that stream a second, 1 to 3000 (${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--wordpress",
      description =
          "measures the time from typed to hidden against a real WordPress, too (see"
              + " deploy/testbeds/wordpress)")
  private boolean wordPress;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  private final Figures figures = new Figures();

  public static void main(String[] arguments) {
    Tool.main(new Bench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--threats", threats);
    NumberOptions.atLeast(0, "--webhooks", webhooks);
    NumberOptions.atLeast(0, "--escalations", escalations);
    NumberOptions.atLeast(0, "--comments", comments);
    NumberOptions.atMost(CommentStore.MOST, "--comments", comments);
    NumberOptions.atLeast(1, "--rate", rate);
    NumberOptions.atMost(StreamOrder.FASTEST, "--rate", rate);
    if (wordPress && threats == 0) {
      throw new ToolFailure("--wordpress types threats; give --threats of 1 or more.");
    }
    output.check();
    output.head();
    try (ScratchStack stack = ScratchStack.start()) {
      measure(stack);
    }
    output.write(figures.byName());
    return 0;
  }

  /** Measures each part with a number above zero. */
  private void measure(ScratchStack stack) throws Exception {
    if (threats > 0) {
      report(
          new Figures()
              .typed(
                  "typed to hidden, practice page, ms",
                  TypedToHidden.measure(stack.practice(), 1, threats)));
    }
    if (escalations > 0) {
      report(
          new Figures()
              .times(
                  "seen to told by email, 100 escalations a minute, ms",
                  SeenToTold.measure(stack, escalations, 100)));
    }
    if (comments > 0) {
      report(Throughput.measure(stack, rate, comments));
    }
    if (webhooks > 0) {
      try (WebhookToHidden webhook = new WebhookToHidden(stack)) {
        report(webhook.oneByOne(webhooks).figures("webhooks one after the other"));
        report(webhook.burst(webhooks).figures("webhooks in a burst"));
      }
    }
    if (wordPress) {
      report(RealWordPress.measure(stack, threats));
    }
  }

  /** Prints each part at once: one that comes later may break off. */
  private void report(Figures part) {
    System.out.println();
    part.print();
    figures.addAll("", part);
  }
}
