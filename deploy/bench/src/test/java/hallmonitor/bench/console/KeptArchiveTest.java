package hallmonitor.bench.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.settings.tool.ToolFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large archive is loaded once, and never taken for another. */
class KeptArchiveTest {
  @TempDir Path folder;

  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void whatIsKeptIsNotLoadedAgain() throws Exception {
    Path data = folder.resolve("kept");
    KeptArchive first = new KeptArchive(Optional.of(data), 5);
    Files.createDirectories(data);
    first.fill(loads::incrementAndGet);
    new KeptArchive(Optional.of(data), 5).fill(loads::incrementAndGet);

    assertThat(loads).hasValue(1);
  }

  @Test
  void withoutAFolderEachRunLoads() throws Exception {
    new KeptArchive(Optional.empty(), 5).fill(loads::incrementAndGet);
    new KeptArchive(Optional.empty(), 5).fill(loads::incrementAndGet);

    assertThat(loads).hasValue(2);
  }

  @Test
  void anotherLoadAndAnUnfinishedOneAreRefused() throws Exception {
    assertThatThrownBy(() -> new KeptArchive(Optional.of(folder), 5))
        .isInstanceOf(ToolFailure.class)
        .hasMessage(
            folder + " has an unfinished load, not 5 comments. Delete it, or name another folder.");

    Files.writeString(folder.resolve("loaded-comments"), "7\n");
    assertThatThrownBy(() -> new KeptArchive(Optional.of(folder), 5))
        .hasMessageContaining("has 7, not 5 comments");
  }
}
