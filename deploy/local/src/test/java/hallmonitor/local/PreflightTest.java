package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.embedded.CannotStart;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
  @TempDir Path folder;

  @Test
  void anAlmostFullDiskIsNamed() {
    assertThatThrownBy(() -> Preflight.disk(499, Path.of("/data")))
        .isInstanceOf(CannotStart.class)
        .hasMessage(
            "Only 499 MB are free on the disk of /data and a start needs 500 MB: free some space,"
                + " or choose a folder on another disk with --data.");
    assertThatCode(() -> Preflight.disk(500, Path.of("/data"))).doesNotThrowAnyException();
  }

  @Test
  void aServiceThatIsNotBuiltIsNamedWithTheCommandThatBuildsIt() {
    assertThatThrownBy(() -> Preflight.built(folder))
        .hasMessageStartingWith("The moderation-service is not built in " + folder)
        .hasMessageContaining("`mvn -Pup`");
  }
}
