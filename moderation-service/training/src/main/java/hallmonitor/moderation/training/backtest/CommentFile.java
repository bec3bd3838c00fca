package hallmonitor.moderation.training.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.moderation.training.CommentLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Reads a file in the classify command's format. Bad lines are reported by number. */
final class CommentFile implements History {
  private final String name;
  private final InputStream in;
  private final PrintStream errors;
  private long bad;

  CommentFile(String name, InputStream in, PrintStream errors) {
    this.name = name;
    this.in = in;
    this.errors = errors;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public void read(Consumer<PastComment> each) throws IOException {
    CommentLines.read(
        in,
        new CommentLines.Sink() {
          @Override
          public void comment(int number, JsonNode line) {
            each.accept(new PastComment(line.path("id").asText(), CommentLines.comment(line)));
          }

          @Override
          public void bad(int number, String error) {
            bad++;
            errors.println("line " + number + ": " + error);
          }
        });
  }

  @Override
  public long bad() {
    return bad;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
