package hallmonitor.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.shipped.BillOfMaterials.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicensesTest {
  private static final Licenses ALLOWED =
      Licenses.read(List.of("# why", "Apache-2.0 = The Apache License", "MIT", "part a:old = MIT"));

  private static Part part(String name, String... licenses) {
    return new Part("a", name, "1", Set.of(licenses), Optional.empty());
  }

  @Test
  void aNameInAPomStandsForItsLicense() {
    assertThat(ALLOWED.of(part("x", "the apache license"))).contains("Apache-2.0");
  }

  @Test
  void ofSeveralOneThatIsAllowedIsEnough() {
    assertThat(ALLOWED.of(part("x", "GPL-3.0-only", "MIT"))).contains("MIT");
    assertThat(ALLOWED.of(part("x", "(GPL-3.0-only OR MIT)"))).contains("MIT");
  }

  @Test
  void anyOtherLicenseAndNoLicenseAreRefused() {
    assertThat(ALLOWED.of(part("x", "GPL-3.0-only"))).isEmpty();
    assertThat(ALLOWED.of(part("x", "MIT AND GPL-3.0-only"))).isEmpty();
    assertThat(ALLOWED.of(part("x"))).isEmpty();
  }

  @Test
  void aPartWhosePomNamesNoneHasWhatALineSays() {
    assertThat(ALLOWED.of(part("old"))).contains("MIT");
  }
}
