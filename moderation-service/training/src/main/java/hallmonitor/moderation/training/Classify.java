package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.finding.encoder.EncoderException;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Judges comments from standard input and writes one verdict per line to standard output, in the
 * same order. Needs no database and no broker. Input is NDJSON, or CSV with a header line if the
 * first line is no JSON object.
 */
public final class Classify {
  private static final String USAGE =
      "usage: classify [--policy FILE] [--stage 1|2] < comments.ndjson > verdicts.ndjson (or comments.csv)";
  private static final int PROGRESS_EVERY = 10_000;

  private final TwoStageJudge judge;
  private final ObjectMapper json = new ObjectMapper();
  private final Writer out;
  private final PrintStream progress;
  private final long start = System.nanoTime();
  private long done;
  private long bad;

  Classify(TwoStageJudge judge, OutputStream out, PrintStream progress) {
    this.judge = judge;
    this.out = new OutputStreamWriter(out, UTF_8);
    this.progress = progress;
  }

  public static void main(String[] args) throws IOException {
    Path policyFile = Path.of("deploy/config/policy.yaml");
    String stage = "";
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      if (args[i].equals("--policy") && !value.isEmpty()) {
        policyFile = Path.of(value);
      } else if (args[i].equals("--stage") && value.matches("[12]")) {
        stage = value;
      } else {
        stop(USAGE);
      }
    }
    try {
      Policy policy = PolicyFile.read(Files.readString(policyFile, UTF_8));
      Optional<EncoderStage> secondStage =
          stage.equals("1") ? Optional.empty() : EncoderStage.shipped();
      if (stage.equals("2") && secondStage.isEmpty()) {
        stop("This build has no second stage; leave --stage out, or ask for --stage 1.");
      }
      new Classify(
              new TwoStageJudge(policy, StandardDetectors.model(), secondStage),
              System.out,
              System.err)
          .run(System.in);
    } catch (InvalidFileException e) {
      stop(e.getMessage());
    } catch (EncoderException e) {
      stop(e.getMessage() + " Judge without the second stage by --stage 1.");
    } catch (java.nio.file.NoSuchFileException e) {
      stop(policyFile + ": there is no such file; name a policy with --policy FILE");
    }
  }

  private static void stop(String why) {
    System.err.println(why);
    System.exit(2);
  }

  /**
   * Reads to the end of the input.
   *
   * @throws IOException if reading or writing fails
   */
  void run(InputStream in) throws IOException {
    CommentLines.read(
        in,
        new CommentLines.Sink() {
          @Override
          public void comment(int number, JsonNode line) throws IOException {
            write(judge.verdict(line));
          }

          @Override
          public void bad(int number, String error) throws IOException {
            refuse(number, error);
          }
        });
    out.flush();
    double seconds = (System.nanoTime() - start) / 1e9;
    progress.printf(
        "%d comments, %d bad lines, %.1f s, %.0f comments/s%n", done, bad, seconds, done / seconds);
  }

  private void refuse(int number, String error) throws IOException {
    bad++;
    progress.println("line " + number + ": " + error);
    write(json.createObjectNode().put("line", number).put("error", error));
  }

  private void write(JsonNode answer) throws IOException {
    out.write(json.writeValueAsString(answer));
    out.write('\n');
    if (++done % PROGRESS_EVERY == 0) {
      progress.printf("%d comments, %.0f/s%n", done, done / ((System.nanoTime() - start) / 1e9));
    }
  }
}
