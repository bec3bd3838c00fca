package hallmonitor.bench.judging;

import hallmonitor.bench.FigureOutput;
import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks and prints the figures that the page on performance states. */
@Command(
    name = "deploy/bench/judge",
    description = {
      "Measures how fast comments are judged on one core, without broker and database (JMH, about"
          + " twelve minutes); nothing else should run beside it.",
      "Three streams are measured: the ordinary one is the exam's ordinary day with one harmful"
          + " comment in a hundred; the mixed one has one in twenty, as when an account is under"
          + " attack; the hard one has comments of about 80 characters that were made"
          + " to be hard to judge, each with an author's name.",
      "Prints for each, at the end: comments/s of the first stage alone and of all stages, and"
          + " their ratio; the share of comments that reach each encoder, and what a look"
          + " takes; the same linear models run one by one by OpenNLP's DocumentCategorizerME."
          + " Then how long a fresh process takes to its first verdict.%n"
    })
public final class JudgingBench implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "BENCHMARK",
      description = "a method of JudgingBenchmark, or the start of its name (all)")
  private String benchmark = "";

  @Mixin private final FigureOutput output = FigureOutput.withoutStack();

  private final Map<String, Object> measured = new LinkedHashMap<>();

  public static void main(String[] args) {
    Tool.main(new JudgingBench(), args);
  }

  /**
   * @throws RunnerException if a benchmark fails
   * @throws IOException if policy, corpus or models cannot be read
   */
  @Override
  public Integer call() throws RunnerException, IOException {
    output.check();
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(JudgingBenchmark.class.getName() + "\\." + benchmark)
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    output.head();
    for (Sample stream : Sample.values()) {
      System.out.println();
      StreamFigures figures = figures(stream, results);
      figures.lines().forEach(System.out::println);
      measured.put(figures.name(), figures.byName());
    }
    if (benchmark.isEmpty()) {
      System.out.println();
      System.out.println("first verdict of a fresh process, deploy/classify with one comment:");
      firstJudgment("all stages");
      firstJudgment("first stage alone", "--stage", "1");
    }
    output.write(measured);
    return 0;
  }

  private void firstJudgment(String name, String... arguments) throws IOException {
    double[] seconds = FirstJudgment.seconds(Path.of(""), arguments);
    measured.put("first verdict of a fresh process, s, " + name, seconds);
    System.out.printf(
        Locale.ROOT,
        "  %-57s median %.2f s (%.2f to %.2f s, %d runs)%n",
        name,
        seconds[seconds.length / 2],
        seconds[0],
        seconds[seconds.length - 1],
        seconds.length);
  }

  private static StreamFigures figures(Sample stream, Collection<RunResult> results) {
    List<Posted> sample = stream.read(Path.of(""));
    Optional<RunResult> whole = of(stream, "allStages", results);
    double seconds = whole.map(r -> r.getPrimaryResult().getScore()).orElse(Double.NaN);
    double error = whole.map(r -> r.getPrimaryResult().getScoreError()).orElse(Double.NaN);
    double perSecond = sample.size() / seconds;
    return new StreamFigures(
        stream.words(),
        StageShares.of(sample),
        rate(stream, "firstStage", results),
        bytes(stream, results),
        new StreamFigures.Rate(perSecond, perSecond * error / seconds),
        rate(stream, "linearModelsInOneTable", results),
        rate(stream, "linearModelsByDocumentCategorizer", results),
        Stream.of("scout", "multilingual", "english")
            .map(model -> 1_000 / rate(stream, model, results).perSecond())
            .toList());
  }

  private static StreamFigures.Rate rate(
      Sample stream, String benchmark, Collection<RunResult> results) {
    return of(stream, benchmark, results)
        .map(JudgingBench::rate)
        .orElse(new StreamFigures.Rate(Double.NaN, Double.NaN));
  }

  private static StreamFigures.Rate rate(RunResult run) {
    return new StreamFigures.Rate(
        run.getPrimaryResult().getScore(), run.getPrimaryResult().getScoreError());
  }

  private static double bytes(Sample stream, Collection<RunResult> results) {
    return of(stream, "firstStage", results).map(JudgingBench::bytes).orElse(Double.NaN);
  }

  private static double bytes(RunResult run) {
    for (String result : run.getSecondaryResults().keySet()) {
      if (result.endsWith("gc.alloc.rate.norm")) {
        return run.getSecondaryResults().get(result).getScore();
      }
    }
    return Double.NaN;
  }

  private static Optional<RunResult> of(
      Sample stream, String benchmark, Collection<RunResult> results) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .filter(r -> stream.name().equals(r.getParams().getParam("stream")))
        .findFirst();
  }
}
