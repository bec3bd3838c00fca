package hallmonitor.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.shipped.BillOfMaterials.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each part against licenses.txt; the report is target/licenses.md. */
class LicensesIT {
  @Test
  void eachPartHasALicenseThatIsAllowed() throws IOException {
    Licenses licenses = Licenses.read(Files.readAllLines(Path.of("licenses.txt")));
    List<Part> parts = BillOfMaterials.made().parts();
    Files.writeString(Path.of("target/licenses.md"), licenses.report(parts));

    assertThat(parts).isNotEmpty();
    assertThat(
            parts.stream()
                .filter(part -> licenses.of(part).isEmpty())
                .map(part -> part + " " + part.licenses()))
        .as("parts with no license that licenses.txt allows")
        .isEmpty();
  }
}
