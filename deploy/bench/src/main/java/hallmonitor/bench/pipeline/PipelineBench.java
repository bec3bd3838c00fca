package hallmonitor.bench.pipeline;

import hallmonitor.bench.FigureOutput;
import hallmonitor.bench.Figures;
import hallmonitor.bench.NumberOptions;
import hallmonitor.bench.OldComments;
import hallmonitor.bench.ProcessorSeconds;
import hallmonitor.bench.judging.CommentMix;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.ServiceName;
import hallmonitor.settings.tool.Tool;
import hallmonitor.system.MoreProcesses;
import hallmonitor.system.ScratchStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Comments straight into Kafka, beside the least that any pipeline would do with them. */
@Command(
    name = "deploy/bench/pipeline",
    description =
        "Puts comments straight into Kafka and measures how fast the whole stack judges and"
            + " archives them, with fsync on and all evidence. The same run measures a bare loop:"
            + " the same bytes to the same broker, read, copied into the same database. Nothing"
            + " else should run beside it.%n")
public final class PipelineBench implements Callable<Integer> {
  /** Numbers of the first comments. */
  private static final int WARM_UP = 100_000_000;

  private static final int BARE_LOOP = 200_000_000;
  private static final int MEASURED = 300_000_000;

  /** Of the 60 that PostgreSQL has, without those that the measurement and a superuser need. */
  private static final int CONNECTIONS = 50;

  private static final int FEWEST_CONNECTIONS = 6;

  @Option(
      names = "--comments",
      paramLabel = "N",
      defaultValue = "20000",
      description = "to be measured (${DEFAULT-VALUE})")
  private int comments;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "5000",
      description = "comments before them that are not measured (${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "comments a second; 0 for as fast as the broker takes them (${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--harmful",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "share of harmful comments, from 0 to 1 (${DEFAULT-VALUE})")
  private double harmful;

  @Option(
      names = "--threats",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "typed on the practice page, four a second, while the comments wait (${DEFAULT-VALUE})")
  private int threats;

  @Option(
      names = "--archived",
      paramLabel = "N",
      defaultValue = "0",
      description = "comments that the archive has before it begins (${DEFAULT-VALUE})")
  private int archived;

  @Option(
      names = "--processes",
      paramLabel = "N",
      defaultValue = "1",
      description = "moderation services that share the comments, at least 1 (${DEFAULT-VALUE})")
  private int processes;

  @Option(
      names = "--without-second-look",
      description = "turns off the slow models, so that every comment has one look")
  private boolean withoutSecondLook;

  @Option(
      names = "--with-and-without-search",
      description =
          "measures twice: first without the index of the search and all that fills it, then with"
              + " it and until it has every comment")
  private boolean withAndWithoutSearch;

  @Option(
      names = "--recordings",
      paramLabel = "FOLDER",
      description = "lets each service write a recording of Java Flight Recorder there")
  private @Nullable Path recordings;

  @Option(
      names = "--statements",
      description = "counts what each kind of SQL statement costs, at a small cost of its own")
  private boolean statements;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  public static void main(String[] arguments) {
    Tool.main(new PipelineBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--comments", comments);
    NumberOptions.atLeast(0, "--warm-up", warmUp);
    NumberOptions.atLeast(0, "--rate", rate);
    NumberOptions.atLeast(0, "--threats", threats);
    NumberOptions.atLeast(0, "--archived", archived);
    NumberOptions.atLeast(1, "--processes", processes);
    NumberOptions.share("--harmful", harmful);
    output.check();
    Optional<Figures> without =
        withAndWithoutSearch ? Optional.of(measured(false)) : Optional.empty();
    Figures figures = measured(true);
    without.ifPresent(other -> figures.addAll("without the search: ", other));
    output.report(figures);
    return 0;
  }

  private Figures measured(boolean search) throws Exception {
    Map<String, String> environment = environment();
    if (!search) {
      environment.put("HALLMONITOR_SEARCH_EVERY", SearchTrail.OFF);
    }
    try (ScratchStack stack = start(environment);
        MoreProcesses more = new MoreProcesses(stack, ServiceName.MODERATION, processes - 1)) {
      more.awaitReady();
      if (!search) {
        SearchTrail.turnOff(stack);
      }
      return measure(stack, search);
    }
  }

  private ScratchStack start(Map<String, String> environment) throws Exception {
    ScratchStack stack = ScratchStack.start(s -> s.withEnvironment(environment));
    try {
      if (statements) {
        StatementCosts.turnOn(stack);
      }
      return stack;
    } catch (Exception e) {
      stack.close();
      throw e;
    }
  }

  private Figures measure(ScratchStack stack, boolean search) throws Exception {
    CommentMix mix = CommentMix.of(ScratchStack.root(), harmful);
    DataSource tables = stack.stack().database().dataSource(DatabaseRole.MODERATION);
    long empty = OldComments.bytes(tables);
    OldComments.put(tables, archived);
    long filled = OldComments.bytes(tables) - empty;
    PipelineRate pipeline = new PipelineRate(stack, mix);
    pipeline.measure(WARM_UP, warmUp, 0, 0);
    double least =
        new BareLoop(stack.stack().broker(), tables)
            .perSecond(new CommentRecords(mix, BARE_LOOP), Math.max(comments, 20_000));
    ProcessorSeconds processors = new ProcessorSeconds(stack.stack().database().pid());
    try (StatementSamples moderation = samples(stack, DatabaseRole.MODERATION);
        StatementSamples notifier = samples(stack, DatabaseRole.NOTIFIER)) {
      Optional<StatementCosts> costs =
          statements ? Optional.of(StatementCosts.begin(stack)) : Optional.empty();
      PipelineRate.Times times = pipeline.measure(MEASURED, comments, rate, threats);
      Figures figures =
          new Figures()
              .add("comments", comments)
              .add("moderation services", processes)
              .add("of them harmful", harmful)
              .add("sent a second", rate == 0 ? "as many as the broker takes" : rate)
              .add("archived before", archived + warmUp)
              .each("database bytes of each that was archived before", filled, archived)
              .add("bare loop, comments a second", Math.round(least))
              .add("first look, comments a second", Math.round(comments / times.firstLook()))
              .add(
                  "first look, percent of the bare loop",
                  percent(comments, times.firstLook(), least))
              .add("all looks, comments a second", Math.round(comments / times.allLooks()))
              .add(
                  "all looks, percent of the bare loop", percent(comments, times.allLooks(), least))
              .times("sent to the order to hide, ms", times.sentToOrdered())
              .times(
                  "sent to the order to hide what is sealed first, ms",
                  times.dangerSentToOrdered());
      steps(figures, "what is sealed first", times.dangerSteps());
      figures
          .add("orders to hide", times.sentToOrdered().size())
          .typed("threats typed while comments wait, to hidden, ms", times.typedMeanwhile())
          .typed("of these, typed when all comments were sent, ms", times.typedIntoBacklog());
      steps(figures, "these threats", times.backlogSteps());
      processors
          .seconds()
          .forEach((program, used) -> figures.add("processor seconds, " + program, used));
      if (withAndWithoutSearch && search) {
        figures.add("until the search has all, s", SearchTrail.awaitAll(stack));
        processors
            .seconds()
            .forEach((program, used) -> figures.add("processor seconds by then, " + program, used));
      }
      if (costs.isPresent()) {
        figures.add("what each kind of statement costs", costs.get().costliest());
      }
      return figures
          .add("what connections of moderation do that are not idle", moderation.shares())
          .add("what connections of the notifier do that are not idle", notifier.shares());
    }
  }

  private static void steps(Figures figures, String of, Map<String, List<Long>> steps) {
    steps.forEach((step, took) -> figures.times("  of " + of + ", " + step + ", ms", took));
  }

  private static double percent(int comments, double seconds, double least) {
    return Math.round(1_000.0 * comments / seconds / least) / 10.0;
  }

  private static StatementSamples samples(ScratchStack stack, DatabaseRole role) {
    return new StatementSamples(stack.stack().database().dataSource(role));
  }

  private Map<String, String> environment() throws Exception {
    Map<String, String> environment = new HashMap<>();
    if (withoutSecondLook) {
      environment.put("HALLMONITOR_JUDGING_SECOND_STAGE", "false");
    }
    Optional<Path> folder = Optional.ofNullable(recordings);
    if (folder.isPresent()) {
      Path to = Files.createDirectories(folder.get().toAbsolutePath());
      environment.put(
          "JAVA_TOOL_OPTIONS",
          "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + to);
    }
    if (processes > 2) {
      // The local run's PostgreSQL has room for as many as three services need.
      environment.put(
          "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
          Integer.toString(Math.max(FEWEST_CONNECTIONS, CONNECTIONS / (processes + 2))));
    }
    return environment;
  }
}
