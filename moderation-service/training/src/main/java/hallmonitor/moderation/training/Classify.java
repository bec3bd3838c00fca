package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;

/**
 * Judges comments from standard input and writes one verdict per line to standard output, in the
 * same order. Needs no database and no broker. Input is NDJSON, or CSV with a header line if the
 * first line is not a JSON object.
 */
public final class Classify {
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
