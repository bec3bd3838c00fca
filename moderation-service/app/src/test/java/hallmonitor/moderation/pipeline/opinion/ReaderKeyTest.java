package hallmonitor.moderation.pipeline.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderKeyTest {
  @TempDir private Path secrets;

  @Test
  void itIsInTheEnvironmentOrInAFile() throws IOException {
    assertThat(ReaderKey.find(secrets, Map.of())).isEmpty();
    Files.writeString(secrets.resolve(ReaderKey.FILE), "of-the-file\n");
    assertThat(ReaderKey.find(secrets, Map.of())).contains("of-the-file");
    assertThat(ReaderKey.find(secrets, Map.of(ReaderKey.VARIABLE, "of-the-environment")))
        .contains("of-the-environment");
  }

  @Test
  void aFileThatCannotBeReadIsNotTakenForNone() throws IOException {
    Files.createDirectory(secrets.resolve(ReaderKey.FILE));

    assertThatThrownBy(() -> ReaderKey.find(secrets, Map.of()))
        .isInstanceOf(UncheckedIOException.class);
  }
}
