package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainerImagesTest {
  private final Properties before = (Properties) System.getProperties().clone();

  @AfterEach
  void restore() {
    System.setProperties(before);
  }

  @Test
  void thePublicImagesAreUsedUnlessOthersAreNamed() {
    System.clearProperty("test.image.postgres");
    System.clearProperty("test.image.kafka");
    assertThat(ContainerImages.configured().all())
        .containsExactly("postgres:17", "apache/kafka:" + AppInfoParser.getVersion());

    System.setProperty("test.image.postgres", "mirror/postgres:17");
    System.setProperty("test.image.kafka", "mirror/kafka:4.1.2");
    assertThat(ContainerImages.configured().all())
        .containsExactly("mirror/postgres:17", "mirror/kafka:4.1.2");
  }
}
