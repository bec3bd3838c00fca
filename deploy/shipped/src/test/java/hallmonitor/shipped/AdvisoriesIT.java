package hallmonitor.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each part against advisories.json, without a network. */
class AdvisoriesIT {
  @Test
  void noPartIsOfAVersionThatAnAdvisoryNames() throws IOException {
    Advisories advisories = Advisories.read(Path.of("advisories.json"));
    assertThat(
            BillOfMaterials.made().parts().stream()
                .flatMap(part -> advisories.touching(part).stream()))
        .isEmpty();
  }
}
