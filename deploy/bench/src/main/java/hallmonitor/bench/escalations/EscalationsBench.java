package hallmonitor.bench.escalations;

import hallmonitor.bench.FigureOutput;
import hallmonitor.bench.Figures;
import hallmonitor.bench.NumberOptions;
import hallmonitor.local.StackSettings;
import hallmonitor.settings.tool.Tool;
import hallmonitor.system.ScratchStack;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends escalations to a notifier at a steady rate and looks how fast people are told. */
@Command(
    name = "deploy/bench/escalations",
    description =
        "Sends escalations straight to the notifier's topic at a steady rate, on free ports and"
            + " with data of its own; nothing else should run beside it. Says how long each took"
            + " until the mail server accepted its first mail and until its evidence was sealed,"
            + " and what that cost. Ends with 1 when one was never told or never sealed.%n")
public final class EscalationsBench implements Callable<Integer> {
  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "100",
      description = "escalations a second (${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "how long, after the warm-up (${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description = "sent before at the same rate, and not counted (${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--distinct",
      paramLabel = "SHARE",
      defaultValue = "1",
      description =
          "share that is unlike all others, 0 to 1; the rest joins the one before it"
              + " (${DEFAULT-VALUE})")
  private double distinct;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  @Option(
      names = "--recording",
      paramLabel = "FILE",
      description = "has the notifier's JVM write a flight recording (.jfr) into this file")
  private Optional<Path> recording = Optional.empty();

  public static void main(String[] arguments) {
    Tool.main(new EscalationsBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--rate", rate);
    NumberOptions.atLeast(0, "--seconds", seconds);
    NumberOptions.atLeast(0, "--warm-up", warmUp);
    NumberOptions.share("--distinct", distinct);
    output.check();
    AcceptedMails mails = new AcceptedMails();
    Figures figures;
    boolean complete;
    try (ScratchStack stack = ScratchStack.start(this::settings, mails)) {
      EscalationRun run = new EscalationRun(stack, mails, rate, distinct);
      figures = run.measure(warmUp, seconds);
      complete = run.complete();
    }
    output.report(figures);
    return complete ? 0 : 1;
  }

  private StackSettings settings(StackSettings settings) {
    return recording
        .map(
            file ->
                settings.withEnvironment(
                    Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                            + file.toAbsolutePath())))
        .orElse(settings);
  }
}
