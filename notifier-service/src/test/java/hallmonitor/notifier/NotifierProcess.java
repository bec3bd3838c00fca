package hallmonitor.notifier;

import hallmonitor.notifier.clock.DatabaseClock;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.mail.MailSettingsForTests;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A notifier in its own process, so that a test can kill it. */
final class NotifierProcess {
  private static final EscalationRules RULES =
      EscalationFile.read(Optional.ofNullable(System.getenv("TEST_ESCALATION_YAML")).orElse(""));

  private NotifierProcess() {}

  static Process start(String bootstrapServers, String jdbcUrl, String password, int smtpPort)
      throws IOException {
    return start(bootstrapServers, jdbcUrl, password, smtpPort, "");
  }

  /**
   * Starts the process.
   *
   * @param rules escalation.yaml
   */
  static Process start(
      String bootstrapServers, String jdbcUrl, String password, int smtpPort, String rules)
      throws IOException {
    return start(bootstrapServers, jdbcUrl, password, smtpPort, rules, "");
  }

  /**
   * Starts a process that interrupts one of its threads.
   *
   * @param thread its name
   */
  static Process ending(
      String thread, String bootstrapServers, String jdbcUrl, String password, int smtpPort)
      throws IOException {
    ProcessBuilder builder = builder(bootstrapServers, jdbcUrl, password, smtpPort);
    builder.environment().put("TEST_ENDS", thread);
    return builder.start();
  }

  /**
   * Starts the process.
   *
   * @param secret the value of every secret that it asks for
   */
  static Process start(
      String bootstrapServers,
      String jdbcUrl,
      String password,
      int smtpPort,
      String rules,
      String secret)
      throws IOException {
    ProcessBuilder builder = builder(bootstrapServers, jdbcUrl, password, smtpPort);
    builder.environment().put("TEST_ESCALATION_YAML", rules);
    builder.environment().put("TEST_SECRET", secret);
    return builder.start();
  }

  private static ProcessBuilder builder(
      String bootstrapServers, String jdbcUrl, String password, int smtpPort) {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NotifierProcess.class.getName(),
                bootstrapServers,
                jdbcUrl,
                password,
                Integer.toString(smtpPort)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  public static void main(String[] args) throws InterruptedException {
    Jdbi database = Jdbi.create(args[1], "notifier", args[2]);
    new Notifier(
            new Notifier.Dependencies(
                database,
                Map.of("bootstrap.servers", args[0]),
                Districts::withNumbers,
                () -> RULES,
                () -> Mailroom.house(RULES),
                name -> Optional.ofNullable(System.getenv("TEST_SECRET")),
                new MailServer(
                    MailSettingsForTests.onPort(Integer.parseInt(args[3])), Optional.empty()),
                1,
                new DatabaseClock(database),
                new SimpleMeterRegistry()))
        .start();
    String ends = System.getenv("TEST_ENDS");
    if (ends != null) {
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals(ends))
          .forEach(Thread::interrupt);
    }
    // Waits until it is killed, because its threads do not keep the process alive.
    Thread.currentThread().join();
  }
}
