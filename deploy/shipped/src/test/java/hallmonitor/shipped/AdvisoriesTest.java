package hallmonitor.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.shipped.BillOfMaterials.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list as it is in the repository. */
class AdvisoriesTest {
  private Advisories advisories;

  @BeforeEach
  void read() throws IOException {
    advisories = Advisories.read(Path.of("advisories.json"));
  }

  private static Part part(String group, String name, String version) {
    return new Part(group, name, version, Set.of(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"42.2.27", "42.6.0", "42.7.1"})
  void aVersionInsideARangeIsFound(String version) {
    assertThat(advisories.touching(part("org.postgresql", "postgresql", version)))
        .anyMatch(line -> line.contains("GHSA-24rp-q3w6-vc56"));
  }

  @ParameterizedTest
  @CsvSource({"42.2.28", "42.6.1", "42.7.2", "42.7.10"})
  void aFixedVersionIsNot(String version) {
    assertThat(advisories.touching(part("org.postgresql", "postgresql", version)))
        .noneMatch(line -> line.contains("GHSA-24rp-q3w6-vc56"));
  }

  @Test
  void theLastAffectedVersionIsAffected() {
    assertThat(advisories.touching(part("org.jdom", "jdom", "2.0.6"))).hasSize(1);
    assertThat(advisories.touching(part("org.jdom", "jdom", "2.0.6.1"))).isEmpty();
  }

  @Test
  void versionsAreComparedAsMavenDoes() {
    assertThat(advisories.touching(part("io.netty", "netty-codec-http", "4.1.99.Final")))
        .hasSize(1);
    assertThat(advisories.touching(part("io.netty", "netty-codec-http", "4.1.130.Final")))
        .isEmpty();
  }

  @Test
  void anotherPackageOfTheSameGroupIsNot() {
    assertThat(advisories.touching(part("org.postgresql", "r2dbc-postgresql", "0.1"))).isEmpty();
  }
}
