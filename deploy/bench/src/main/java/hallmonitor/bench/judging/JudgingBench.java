package hallmonitor.bench.judging;

import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks and prints the ratios that the page on performance states. */
@Command(
    name = "deploy/bench/judge",
    description = {
      "Measures how fast comments of about 80 characters are judged on one core, without broker and"
          + " database (JMH, about four minutes); nothing else should run beside it.",
      "Prints comments/s and bytes allocated for each (gc.alloc.rate.norm, B/op), and at the end"
          + " the ratios: the whole judgement, and the linear models in one table, against the same"
          + " models run one by one by OpenNLP's DocumentCategorizerME; what the second stage"
          + " costs, and how many comments it looks at.%n"
    })
public final class JudgingBench implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "BENCHMARK",
      description = "a method of JudgingBenchmark, or the start of its name (all)")
  private String benchmark = "";

  public static void main(String[] args) {
    Tool.main(new JudgingBench(), args);
  }

  /**
   * @throws RunnerException when a benchmark fails
   * @throws IOException when policy, corpus or models cannot be read
   */
  @Override
  public Integer call() throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(JudgingBenchmark.class.getName() + "\\." + benchmark)
                    .forks(1)
                    .threads(1)
                    .warmupIterations(4)
                    .warmupTime(TimeValue.seconds(4))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(4))
                    .addProfiler(GCProfiler.class)
                    .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                    .build())
            .run();
    double judged = score(results, "wholeJudgementFirstStage");
    double categoriser = score(results, "linearModelsByDocumentCategorizer");
    double table = score(results, "linearModelsInOneTable");
    double both = score(results, "wholeJudgementBothStages");
    double scout = score(results, "scout");
    double encoder = score(results, "encoder");
    double routed = routed();
    System.out.printf(Locale.ROOT, "%nwhole judgement, first stage: %,.0f comments/s%n", judged);
    System.out.printf(
        Locale.ROOT,
        "  against the linear models alone by DocumentCategorizerME: x %.1f (%,.0f/s)%n",
        judged / categoriser,
        categoriser);
    System.out.printf(
        Locale.ROOT,
        "the linear models in one table against DocumentCategorizerME: x %.1f (%,.0f/s)%n",
        table / categoriser,
        table);
    System.out.printf(
        Locale.ROOT,
        "with the second stage: %,.0f comments/s%n  its scout looks at %.1f %%, which takes %.3f"
            + " ms; its encoder at %.1f %%, which takes %.2f ms%n",
        both,
        100 * routed,
        1000 / scout,
        100 * encoder * (1 / both - 1 / judged - routed / scout),
        1000 / encoder);
    return 0;
  }

  private static double routed() throws IOException {
    JudgingBenchmark benchmark = new JudgingBenchmark();
    benchmark.load();
    return benchmark.routed();
  }

  private static double score(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .mapToDouble(r -> r.getPrimaryResult().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
