package hallmonitor.notifier;

import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.mail.MailSettingsForTests;
import hallmonitor.notifier.notice.House;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A notifier in a process of its own, so that a test can kill it. */
final class NotifierProcess {
  private NotifierProcess() {}

  static Process start(String bootstrapServers, String jdbcUrl, String password, int smtpPort)
      throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NotifierProcess.class.getName(),
                bootstrapServers,
                jdbcUrl,
                password,
                Integer.toString(smtpPort)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) {
    new Notifier(
            new Notifier.Surroundings(
                Jdbi.create(args[1], "notifier", args[2]),
                Map.of("bootstrap.servers", args[0]),
                Districts::cedarFalls,
                new House("http://127.0.0.1:8080", false, Map.of()),
                new MailServer(
                    MailSettingsForTests.onPort(Integer.parseInt(args[3])), Optional.empty()),
                1,
                Clock.systemUTC(),
                new SimpleMeterRegistry()))
        .start();
  }
}
