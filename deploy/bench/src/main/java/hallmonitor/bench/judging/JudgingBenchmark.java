package hallmonitor.bench.judging;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Features;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelFile;
import hallmonitor.moderation.finding.ModelFile.Learned;
import hallmonitor.moderation.finding.ScoreTable;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.text.NormalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.ext.ExtensionLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * JMH benchmarks. Each call judges the next comment of the {@link Sample}, so calls per second are
 * comments per second; only {@link #allStages} judges the whole stream in a call, since there the
 * cost of a comment depends on how far it goes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class JudgingBenchmark {
  @Param public Sample stream = Sample.ORDINARY;

  private List<Posted> sample = List.of();
  private List<String> folded = List.of();
  private Detectors firstStage;
  private Policy policy;
  private ScoreTable table;
  private List<DocumentCategorizerME> categorizers;
  private int next;

  /** The second stage, which reads every text again, because the reading is measured. */
  @State(Scope.Benchmark)
  public static class Second {
    private EncoderStage stage;
    private Detectors detectors;
    private CommentsByEncoder reached;
    private int next;

    /** Loads it. */
    @Setup
    public void load(JudgingBenchmark of) {
      stage = StageShares.withoutMemory();
      detectors =
          StandardDetectors.of(LocalNames.NONE, StandardDetectors.model().followedBy(stage));
      reached = CommentsByEncoder.of(stage, detectors, of.sample);
    }

    @TearDown
    public void close() {
      stage.close();
    }

    private float[] look(int model) {
      List<Comment> comments = reached.byModel().get(model);
      next = next + 1 >= comments.size() ? 0 : next + 1;
      return stage.logits(model, comments.get(next));
    }
  }

  /**
   * Loads everything.
   *
   * @throws IOException if policy, corpus or models cannot be read
   */
  @Setup
  public void load() throws IOException {
    ExtensionLoader.registerAllowedPackage(BucketFeatures.class.getPackageName());
    sample = stream.read(Path.of(""));
    folded = sample.stream().map(p -> p.comment().normalized().folded().text()).toList();
    policy = PolicyFile.read(Files.readString(Path.of("deploy/config/policy.yaml")));
    firstStage = StandardDetectors.of(LocalNames.NONE);
    try (InputStream in = JudgingBenchmark.class.getResourceAsStream(ModelFile.RESOURCE)) {
      ModelFile.Models learned = ModelFile.read(in);
      table = ModelFile.table(learned);
      categorizers = new ArrayList<>();
      for (Learned one : learned.categories().values()) {
        DoccatFactory features = new DoccatFactory(new FeatureGenerator[] {new BucketFeatures()});
        categorizers.add(
            new DocumentCategorizerME(new DoccatModel("en", one.model(), Map.of(), features)));
      }
    }
  }

  private int turn() {
    next = next + 1 == sample.size() ? 0 : next + 1;
    return next;
  }

  /** Normalization, rules, linear models of all categories, policy. */
  @Benchmark
  public Verdict firstStage() {
    return policy.judge(firstStage.detect(sample.get(turn()).comment()), "school");
  }

  /** The same, plus the second stage for the comments that are routed to it: the whole stream. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 1)
  @Measurement(iterations = 3)
  public void allStages(Second second, Blackhole hole) {
    for (Posted posted : sample) {
      hole.consume(policy.judge(second.detectors.detect(posted.comment()), "school"));
    }
  }

  @Benchmark
  public NormalizedText normalizer() {
    return NormalizedText.of(sample.get(turn()).text());
  }

  /** The linear models alone, as the product runs them: one pass over one table. */
  @Benchmark
  public double[] linearModelsInOneTable() {
    return table.raw(Features.of(folded.get(turn())));
  }

  /** The same linear models on the same text, one by one, as OpenNLP runs them. */
  @Benchmark
  public double linearModelsByDocumentCategorizer() {
    String[] tokens = folded.get(turn()).split(" ");
    double sum = 0;
    for (DocumentCategorizerME categorizer : categorizers) {
      sum += categorizer.categorize(tokens)[0];
    }
    return sum;
  }

  /** The scout on a comment that reaches it. */
  @Benchmark
  public float[] scout(Second second) {
    return second.look(0);
  }

  /** The multilingual encoder on a comment that reaches it. */
  @Benchmark
  public float[] multilingual(Second second) {
    return second.look(1);
  }

  /** The English encoder on a comment that reaches it. */
  @Benchmark
  public float[] english(Second second) {
    return second.look(2);
  }
}
