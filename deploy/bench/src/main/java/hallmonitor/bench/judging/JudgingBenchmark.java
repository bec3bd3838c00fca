package hallmonitor.bench.judging;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Features;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelFile;
import hallmonitor.moderation.finding.ModelFile.Learnt;
import hallmonitor.moderation.finding.ScoreTable;
import hallmonitor.moderation.finding.SecondStage;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.text.NormalisedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.ext.ExtensionLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * JMH benchmarks. Each call judges the next comment of the {@link Sample}, so calls per second are
 * comments per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class JudgingBenchmark {
  private List<Sample.Posted> sample;
  private List<String> folded;
  private List<Comment> comments;
  private Detectors firstStage;
  private Detectors bothStages;
  private EncoderStage encoder;
  private Policy policy;
  private ScoreTable table;
  private List<DocumentCategorizerME> categorisers;
  private int next;

  /**
   * Loads everything.
   *
   * @throws IOException if policy, corpus or models cannot be read
   */
  @Setup
  public void load() throws IOException {
    ExtensionLoader.registerAllowedPackage(BucketFeatures.class.getPackageName());
    sample = Sample.read();
    comments = sample.stream().map(Sample.Posted::comment).toList();
    folded = comments.stream().map(c -> c.normalised().folded().text()).toList();
    policy = PolicyFile.read(Files.readString(Path.of("deploy/config/policy.yaml")));
    encoder = EncoderStage.shipped().orElseThrow();
    firstStage = StandardDetectors.of(LocalNames.NONE);
    bothStages =
        StandardDetectors.of(LocalNames.NONE, StandardDetectors.model().followedBy(encoder));
    try (InputStream in = JudgingBenchmark.class.getResourceAsStream(ModelFile.RESOURCE)) {
      Map<Category, Learnt> learnt = ModelFile.read(in);
      table = ModelFile.table(learnt);
      categorisers = new ArrayList<>();
      for (Learnt one : learnt.values()) {
        DoccatFactory features = new DoccatFactory(new FeatureGenerator[] {new BucketFeatures()});
        categorisers.add(
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
  public Verdict wholeJudgementFirstStage() {
    return policy.judge(firstStage.detect(sample.get(turn()).comment()), "school");
  }

  /** The same, plus the second stage for the comments that are routed to it. */
  @Benchmark
  public Verdict wholeJudgementBothStages() {
    return policy.judge(bothStages.detect(sample.get(turn()).comment()), "school");
  }

  @Benchmark
  public NormalisedText normaliser() {
    return NormalisedText.of(sample.get(turn()).text());
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
    for (DocumentCategorizerME categoriser : categorisers) {
      sum += categoriser.categorize(tokens)[0];
    }
    return sum;
  }

  /** The added cost of a comment that the scout scores. */
  @Benchmark
  public float[] scout() {
    return encoder.scoutLogits(comments.get(turn()));
  }

  /** The added cost of a comment that the encoder scores. */
  @Benchmark
  public float[] encoder() {
    return encoder.logits(comments.get(turn()));
  }

  /** Returns the share of the sample that the second stage scores, even if only by its scout. */
  double routed() {
    AtomicInteger looks = new AtomicInteger();
    SecondStage counting =
        (comment, linear, before) -> {
          Optional<Map<Category, Double>> seen = encoder.look(comment, linear, before);
          looks.addAndGet(seen.isPresent() ? 1 : 0);
          return seen;
        };
    Detectors detectors =
        StandardDetectors.of(LocalNames.NONE, StandardDetectors.model().followedBy(counting));
    comments.forEach(detectors::detect);
    return (double) looks.get() / comments.size();
  }
}
