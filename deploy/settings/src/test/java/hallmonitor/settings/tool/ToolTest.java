package hallmonitor.settings.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ToolTest {
  private enum Color {
    RED,
    BLUE
  }

  @Command(name = "deploy/paint", description = "Paints.%n")
  private static final class Paint implements Callable<Integer> {
    private final Callable<Integer> work;

    @Option(names = "--color", description = "with what")
    private Color color;

    private Paint(Callable<Integer> work) {
      this.work = work;
    }

    @Override
    public Integer call() throws Exception {
      return work.call();
    }
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(Callable<Integer> work, String... arguments) {
    return Tool.run(
        new Paint(work),
        new PrintStream(out, true, UTF_8),
        new PrintStream(errors, true, UTF_8),
        arguments);
  }

  private int run(String... arguments) {
    return run(() -> 0, arguments);
  }

  private String errors() {
    return errors.toString(UTF_8);
  }

  @Test
  void whatTheCommandReturnsIsTheStatus() {
    assertThat(run(() -> 1, "--color", "red")).isEqualTo(1);
    assertThat(errors()).isEmpty();
  }

  @Test
  void helpNamesEveryOptionAndIsNoError() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("Usage: deploy/paint")
        .contains("Paints.", "--color", "--help");
  }

  @Test
  void anUnknownOptionIsAnsweredWithThoseThatThereAre() {
    assertThat(run("--colour=red")).isEqualTo(Tool.FAILED);
    assertThat(errors())
        .contains("There is no option '--colour'")
        .contains("Usage: deploy/paint [-h] [--color=<color>]")
        .contains("deploy/paint --help");
  }

  @Test
  void aWrongValueIsAnsweredWithWhatIsAllowed() {
    assertThat(run("--color=green")).isEqualTo(Tool.FAILED);
    assertThat(errors()).contains("'--color'", "RED, BLUE", "'green'");
    assertThat(run("blue")).isEqualTo(Tool.FAILED);
    assertThat(errors()).contains("'blue' is not understood.");
  }

  @Test
  void whatCannotBeDoneIsASentenceWithoutAStackTrace() {
    assertThat(
            run(
                () -> {
                  throw new ToolFailure("The paint is dry; open another pot.");
                }))
        .isEqualTo(Tool.FAILED);
    assertThat(errors()).isEqualToIgnoringNewLines("The paint is dry; open another pot.");
    run(
        () -> {
          throw new NoSuchFileException("pot.txt");
        });
    run(
        () -> {
          throw new IOException("the pipe is closed");
        });
    assertThat(errors())
        .contains("pot.txt: there is no such file", "It broke off: the pipe is closed")
        .doesNotContain("\tat ");
  }

  @Test
  void aMistakeOfTheProgramIsShownWithItsCause() {
    run(
        () -> {
          throw new IllegalStateException("spilt");
        });
    assertThat(errors()).contains("please report it", "IllegalStateException: spilt", "\tat ");
  }

  @Test
  void everyToolCanBeCompletedByBash() {
    assertThat(run("--completion")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("'--color'", "RED", "'--help'")
        .endsWith("complete -F _complete_deploy/paint -o default deploy/paint ./deploy/paint\n");
  }
}
