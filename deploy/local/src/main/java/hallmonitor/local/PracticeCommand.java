package hallmonitor.local;

import hallmonitor.local.mailbox.Mailbox;
import hallmonitor.local.practice.PracticePage;
import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The practice pages and the mailbox alone, beside services that run in containers. */
@Command(
    name = "practice",
    description = {
      "Starts the practice pages and the mailbox alone, to try services in containers. It shares"
          + " the network of the ingest service, which reads the pages at 127.0.0.1.%n"
    })
public final class PracticeCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      required = true,
      description = "where comments and mails are kept, and in secrets what ingest signs in with")
  private Path data = Path.of("data");

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      required = true,
      description = "where district.yaml and policy.yaml are")
  private Path config = Path.of("config");

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "the broker that says why comments go; leave it out, and the pages do not say")
  private @Nullable String kafka;

  @Option(
      names = "--kafka-settings",
      paramLabel = "FILE",
      description = "how it signs in there, as a properties file of Kafka's client")
  private @Nullable Path kafkaSettings;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "where to listen; 0.0.0.0 in a container (${DEFAULT-VALUE})")
  private InetAddress listen = InetAddress.getLoopbackAddress();

  public static void main(String[] arguments) {
    LauncherLog.onlyWarnings();
    Tool.main(new PracticeCommand(), arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataFolder folder = DataFolder.open(data.toAbsolutePath().normalize());
    try (Mailbox mailbox =
            Mailbox.start(
                listen, PortName.SMTP.standard(), PortName.MAILBOX.standard(), folder.mailbox());
        PracticePage practice =
            PracticePage.start(
                listen,
                PortName.PRACTICE.standard(),
                folder.practice(),
                new LocalSecrets(folder)
                    .practice("http://127.0.0.1:" + PortName.PUSH.standard() + "/push/"));
        RemovalReasonReader reasons = kafka == null ? null : reasons(practice, kafka)) {
      System.out.printf(
          "Practice pages %s and mailbox %s are up.%n", practice.url(), mailbox.url());
      Thread.currentThread().join();
      return 0;
    }
  }

  private RemovalReasonReader reasons(PracticePage practice, String brokers) throws IOException {
    return RemovalReasonReader.of(
        practice,
        config,
        KafkaSettingsFile.connection(brokers, kafkaSettings),
        "http://127.0.0.1:" + PortName.CONSOLE.standard());
  }
}
