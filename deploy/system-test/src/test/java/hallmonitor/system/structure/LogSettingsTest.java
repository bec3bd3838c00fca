package hallmonitor.system.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What reads the log of one service reads that of the others. */
class LogSettingsTest {
  private static final List<String> SERVICES =
      List.of("ingest-service", "moderation-service/app", "notifier-service");

  @Test
  void theServicesWriteTheirLogsInTheSameForm() {
    assertThat(SERVICES.stream().map(LogSettingsTest::settings).distinct())
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .isNotEmpty();
  }

  private static List<String> settings(String service) {
    Path file = Product.resourcesOf(service).resolve("application.properties");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith("quarkus.log.console.")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
