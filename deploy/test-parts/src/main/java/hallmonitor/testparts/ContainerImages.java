package hallmonitor.testparts;

import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * The images of the tests' broker and database, which take the commands and environment of the
 * public ones.
 *
 * @param postgres of PostgreSQL 17, by default {@code postgres:17}
 * @param kafka of Kafka, by default {@code apache/kafka} of the clients' version
 */
record ContainerImages(String postgres, String kafka) {
  static ContainerImages configured() {
    return new ContainerImages(
        System.getProperty("test.image.postgres", "postgres:17"),
        System.getProperty("test.image.kafka", "apache/kafka:" + AppInfoParser.getVersion()));
  }

  Stream<String> all() {
    return Stream.of(postgres, kafka);
  }
}
