package hallmonitor.bench.pictures;

import hallmonitor.bench.pictures.SchoolPictures.Picture;
import hallmonitor.bench.pictures.ThreatMemes.Form;
import hallmonitor.bench.pictures.ThreatMemes.Meme;
import hallmonitor.messaging.picture.words.Tesseract;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.finding.together.WordsInPictures;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what is read and judged in drawn pictures. */
@Command(
    name = "deploy/bench/pictures",
    description = {
      "Draws ordinary school pictures with text, and threats as memes, reads their words with"
          + " Tesseract as the service does, and judges them by the shipped policy.",
      "Prints how many ordinary pictures alarm someone, and how many memes get at least the answer"
          + " that the same words get when they are typed, for each form of drawing.%n"
    })
public final class PicturesBench implements Callable<Integer> {
  @Option(names = "--show", description = "prints what was read in each picture that went wrong")
  private boolean show;

  @Option(
      names = "--known",
      description = "measures only by how many bits known pictures differ from others")
  private boolean known;

  @Option(
      names = "--videos",
      description = "measures only how many frames of ordinary videos alarm someone")
  private boolean videos;

  private final List<Long> millis = new ArrayList<>();

  public static void main(String[] args) {
    Tool.main(new PicturesBench(), args);
  }

  /**
   * @throws IOException if the policy, the models or a picture cannot be read
   */
  @Override
  public Integer call() throws IOException, InterruptedException {
    if (known) {
      new KnownPicturesMeasure().print();
      return 0;
    }
    Policy policy = PolicyFile.read(Files.readString(Path.of("deploy/config/policy.yaml")));
    try (Tesseract tesseract = new Tesseract(Duration.ofMinutes(2));
        EncoderStage stage =
            EncoderStage.shipped()
                .orElseThrow(() -> new IllegalStateException("The models are not built in."))) {
      Detectors detectors =
          StandardDetectors.of(LocalNames.NONE, StandardDetectors.model().followedBy(stage));
      if (!tesseract.isReady()) {
        System.err.println(
            "Tesseract is missing. Install it with: apt-get install tesseract-ocr"
                + " tesseract-ocr-spa");
        return Tool.FAILED;
      }
      System.out.println("fonts: " + String.join(", ", DrawnPicture.fonts()));
      if (videos) {
        new VideosMeasure(tesseract, words -> judged(words, detectors, policy), show).print();
        return 0;
      }
      ordinary(tesseract, detectors, policy);
      threats(tesseract, detectors, policy);
      long[] sorted = millis.stream().mapToLong(m -> m).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "time of one picture, n=%d: median %d ms, 95 %% within %d ms, longest %d ms%n",
          sorted.length,
          sorted[sorted.length / 2],
          sorted[sorted.length * 95 / 100],
          sorted[sorted.length - 1]);
    }
    return 0;
  }

  private void ordinary(Tesseract tesseract, Detectors detectors, Policy policy)
      throws IOException, InterruptedException {
    Map<PolicyOutcome, Integer> outcomes = new EnumMap<>(PolicyOutcome.class);
    int typed = 0;
    Words words = new Words();
    List<Picture> pictures = SchoolPictures.all();
    for (Picture picture : pictures) {
      String read = read(tesseract, picture.file());
      words.compare(picture.says(), read);
      Verdict verdict = judged(read, detectors, policy);
      outcomes.merge(verdict.outcome(), 1, Integer::sum);
      PolicyOutcome asTyped = judged(picture.says(), detectors, policy).outcome();
      typed += asTyped == PolicyOutcome.ALLOW ? 0 : 1;
      if (show && verdict.outcome() != PolicyOutcome.ALLOW) {
        show(picture.says(), read, verdict + " typed " + asTyped);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "ordinary pictures: %d; %s; words read: %.0f %%; not allowed with the same words typed:"
            + " %d%n",
        pictures.size(),
        counted(outcomes),
        words.share() * 100,
        typed);
  }

  private void threats(Tesseract tesseract, Detectors detectors, Policy policy)
      throws IOException, InterruptedException {
    List<Meme> memes = ThreatMemes.all();
    int found = 0;
    int escalated = 0;
    for (Form form : Form.values()) {
      int same = 0;
      int all = 0;
      int told = 0;
      Words words = new Words();
      for (Meme meme : memes.stream().filter(m -> m.form() == form).toList()) {
        String read = read(tesseract, meme.file());
        words.compare(meme.says(), read);
        Verdict verdict = judged(read, detectors, policy);
        PolicyOutcome typed = judged(meme.says(), detectors, policy).outcome();
        boolean enough = verdict.outcome().compareTo(typed) >= 0;
        same += enough ? 1 : 0;
        told += verdict.outcome() == PolicyOutcome.ESCALATE ? 1 : 0;
        all++;
        if (show && !enough) {
          show(form + ": " + meme.says(), read, verdict.outcome() + " typed " + typed);
        }
      }
      found += same;
      escalated += told;
      System.out.printf(
          Locale.ROOT,
          "threats %-20s %d of %d as if typed; %d escalated; words read: %.0f %%%n",
          form.words() + ":",
          same,
          all,
          told,
          words.share() * 100);
    }
    System.out.printf(
        Locale.ROOT,
        "threats in all: %d of %d as if typed (%.0f %%); %d escalated%n",
        found,
        memes.size(),
        100.0 * found / memes.size(),
        escalated);
  }

  private static void show(String says, String read, String verdict) {
    System.out.println(
        "  "
            + says.replace('\n', '/')
            + "\n    read: "
            + read.replace('\n', '/')
            + "\n    "
            + verdict);
  }

  private static String counted(Map<PolicyOutcome, Integer> outcomes) {
    return String.join(
        ", ",
        Arrays.stream(PolicyOutcome.values())
            .map(o -> o.name().toLowerCase(Locale.ROOT) + " " + outcomes.getOrDefault(o, 0))
            .toList());
  }

  private String read(Tesseract tesseract, byte[] file) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String words = tesseract.read(file).words();
    millis.add((System.nanoTime() - start) / 1_000_000);
    return words;
  }

  /** The comment itself says nothing. */
  private static Verdict judged(String words, Detectors detectors, Policy policy) {
    if (words.isBlank()) {
      return policy.judge(List.of(), "school");
    }
    Comment comment = Comment.of("", "Sam Reed", "", Optional.empty(), "school");
    List<Finding> inPicture = detectors.detect(WordsInPictures.of(comment, words).pictured());
    return policy.judge(WordsInPictures.added(List.of(), inPicture, List.of()), "school");
  }
}
