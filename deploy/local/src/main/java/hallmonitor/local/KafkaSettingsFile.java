package hallmonitor.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;

/** A connection to Kafka as its own tools take it: brokers, and a file that says how to sign in. */
final class KafkaSettingsFile {
  private KafkaSettingsFile() {}

  /**
   * Returns the connection.
   *
   * @param brokers host and port of each, separated by commas
   * @param file a properties file; null for none
   * @throws ToolFailure if the file does not exist
   */
  static Map<String, Object> connection(String brokers, @Nullable Path file) throws IOException {
    Map<String, Object> connection = new HashMap<>();
    if (file != null) {
      Properties given = new Properties();
      try (Reader text = Files.newBufferedReader(file, UTF_8)) {
        given.load(text);
      } catch (NoSuchFileException e) {
        throw new ToolFailure(
            "There is no " + file + ": --kafka-settings names a properties file.");
      }
      given.stringPropertyNames().forEach(name -> connection.put(name, given.getProperty(name)));
    }
    connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
    return connection;
  }
}
