package hallmonitor.testparts;

import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.Folders;
import hallmonitor.embedded.FreePorts;
import hallmonitor.embedded.PipelineTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A broker in this JVM and a database beside it, on files that go with the JVM. */
final class EmbeddedParts {
  private EmbeddedParts() {}

  static Parts start() {
    Path folder = temporaryFolder();
    DatabasePasswords passwords = DatabasePasswords.random();
    EmbeddedDatabase database =
        EmbeddedDatabase.start(folder.resolve("database"), FreePorts.one(), passwords);
    EmbeddedKafka kafka =
        EmbeddedKafka.start(folder.resolve("kafka"), FreePorts.one(), FreePorts.one());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  kafka.close();
                  database.close();
                  Folders.delete(folder);
                },
                "stop the shared parts"));
    PipelineTopics.createOn(kafka.bootstrapServers());
    return new Parts(kafka.bootstrapServers(), database.jdbcUrl(), passwords);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("hall-monitor-parts-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
