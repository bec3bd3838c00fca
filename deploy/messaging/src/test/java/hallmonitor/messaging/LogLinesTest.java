package hallmonitor.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  @Test
  void aLineBreakIsEncoded() {
    assertThat(LogLines.encoded("a\r\n2026-11-30 INFO all is well"))
        .isEqualTo("a\\r\\n2026-11-30 INFO all is well");
    assertThat(LogLines.needsEncoding("a\nb")).isTrue();
  }

  @Test
  void otherControlCharactersAreEncodedTooAndTextIsNot() {
    assertThat(LogLines.encoded("\u001b[2J\u2028 ¿Qué? \t 学"))
        .isEqualTo("\\u001b[2J\\u2028 ¿Qué? \t 学");
    assertThat(LogLines.needsEncoding("¿Qué? \t 学 {0} %s")).isFalse();
  }

  @Test
  void noTextOfAnExceptionBeginsALine() {
    String forged = "no such page\n2026-11-30 INFO all is well";
    IllegalStateException failure =
        new IllegalStateException(
            forged, new IOException("\r\n2026 INFO", new IOException(forged)));
    failure.addSuppressed(new IOException("closed\u2028 2026 INFO"));

    String trace = trace(LogLines.encoded(failure));

    assertThat(trace)
        .startsWith("java.lang.IllegalStateException: no such page\\n2026-11-30 INFO all is well")
        .contains("Caused by: java.io.IOException: \\r\\n2026 INFO", "closed\\u2028 2026 INFO")
        .contains("LogLinesTest.noTextOfAnExceptionBeginsALine");
    assertThat(trace.lines().skip(1)).noneMatch(line -> line.startsWith("2026"));
  }

  @Test
  void anOrdinaryExceptionIsLoggedAsItIs() {
    IOException failure = new IOException("closed", new IOException("the other end"));
    failure.getCause().initCause(failure);

    assertThat(LogLines.encoded(failure)).isSameAs(failure);
  }

  @Test
  void anExceptionThatFailsToDescribeItselfIsLoggedByItsClass() {
    IOException failing =
        new IOException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("no text");
          }
        };

    assertThat(trace(LogLines.encoded(new IOException("closed", failing))))
        .contains("java.io.IOException: closed", "Caused by: " + failing.getClass().getName());
  }

  private static String trace(Throwable thrown) {
    StringWriter out = new StringWriter();
    thrown.printStackTrace(new PrintWriter(out));
    return out.toString();
  }
}
