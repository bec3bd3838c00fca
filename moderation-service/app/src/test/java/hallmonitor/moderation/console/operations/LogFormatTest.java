package hallmonitor.moderation.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** How a line of the service's log looks, for people and for programs. */
@ConsoleTest
class LogFormatTest {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z";

  @ConfigProperty(name = "quarkus.log.console.format")
  String format;

  @ConfigProperty(name = "quarkus.log.console.json.zone-id")
  String zone;

  @Test
  void aLineBeginsWithUtcAndItsZone() {
    assertThat(new PatternFormatter(format).format(record("ready")))
        .matches("(?s)" + TIME + " INFO .* ready\\R");
  }

  @Test
  void theHandlerKeepsEachMessageOnOneLine() {
    ExtLogRecord record = record("a\nb");

    assertThat(console().getFilter().isLoggable(record)).isTrue();

    assertThat(new PatternFormatter("%s").format(record)).isEqualTo("a\\nb");
  }

  @Test
  void noExceptionBeginsALineOfItsOwnMaking() {
    ExtLogRecord record = record("failed");
    record.setThrown(new IllegalStateException("no\n2026-11-30T08:00:00.0Z INFO all is well"));

    assertThat(console().getFilter().isLoggable(record)).isTrue();

    assertThat(new PatternFormatter(format).format(record).lines().skip(1))
        .isNotEmpty()
        .noneMatch(line -> line.startsWith("2026"));
  }

  @Test
  void asJsonEachLineIsOneObjectWithItsTimeInUtc() {
    JsonFormatter json = new JsonFormatter();
    json.setZoneId(zone);

    assertThat(json.format(record("a\nb")).strip())
        .matches("\\{.*\"timestamp\":\"" + TIME + "\".*\"message\":\"a\\\\nb\".*}");
  }

  private static ExtHandler console() {
    return (ExtHandler)
        handlers(LogContext.getLogContext().getLogger("").getHandlers())
            .filter(ConsoleHandler.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  /** Quarkus wraps its handlers. */
  private static Stream<Handler> handlers(Handler... found) {
    return Arrays.stream(found)
        .flatMap(
            handler ->
                handler instanceof ExtHandler outer && outer.getHandlers().length > 0
                    ? handlers(outer.getHandlers())
                    : Stream.of(handler));
  }

  private static ExtLogRecord record(String message) {
    return new ExtLogRecord(Level.INFO, message, LogFormatTest.class.getName());
  }
}
