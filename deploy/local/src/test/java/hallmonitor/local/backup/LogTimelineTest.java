package hallmonitor.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTimelineTest {
  private static final String FIFTH = "000000010000000000000005";
  private static final String ELEVENTH = "00000001000000000000000B";

  @TempDir Path wal;

  /** LogTimeline 1 was left for 2 in the ninth segment, and for 3 in the seventh. */
  @BeforeEach
  void restoredTwice() throws IOException {
    history("00000002", "1\t0/9000110\tno recovery target specified\n");
    history("00000003", "1\t0/7000028\tbefore 2026-11-30 15:00:00+00\n");
  }

  @Test
  void aCopyLeadsToTheNewestTimelineThatBranchesOffAfterIt() throws Exception {
    assertThat(after(FIFTH).number()).isEqualTo(3);
    assertThat(after("000000010000000000000008").number()).isEqualTo(2);
    assertThat(after(ELEVENTH).number()).isEqualTo(1);
  }

  @Test
  void onlyTheSegmentsOfItsOwnWayCount() throws Exception {
    List<String> all =
        List.of(FIFTH, "000000010000000000000007", ELEVENTH, "000000020000000000000009");
    assertThat(after(FIFTH).of(all)).containsExactly(FIFTH, "000000010000000000000007");
  }

  private LogTimeline after(String segment) throws IOException {
    return LogTimeline.newestAfter(
        wal,
        new BackupManifest(
            "id",
            "installation",
            Instant.EPOCH,
            Instant.EPOCH,
            17,
            Optional.of(segment),
            Optional.of(segment),
            List.of()));
  }

  private void history(String timeline, String lines) throws IOException {
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(wal.resolve(timeline + ".history.gz")))) {
      packed.write(lines.getBytes(UTF_8));
    }
  }
}
