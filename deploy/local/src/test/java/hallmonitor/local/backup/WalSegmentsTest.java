package hallmonitor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalSegmentsTest {
  private static final String LAST_OF_A_NUMBER = "0000000100000000000000FF";
  private static final String NEXT = "000000010000000100000000";
  private static final String AFTER_IT = "000000010000000100000001";

  @Test
  void segmentsFollowEachOtherAcrossNumbers() {
    assertThat(WalSegments.firstGap(List.of(NEXT, LAST_OF_A_NUMBER, AFTER_IT), LAST_OF_A_NUMBER))
        .isEmpty();
  }

  @Test
  void aMissingSegmentIsAGap() {
    assertThat(WalSegments.firstGap(List.of(LAST_OF_A_NUMBER, AFTER_IT), LAST_OF_A_NUMBER))
        .hasValue(WalSegments.position(NEXT));
  }

  @Test
  void theFirstNeededSegmentMayBeMissingToo() {
    assertThat(WalSegments.firstGap(List.of(), NEXT)).hasValue(WalSegments.position(NEXT));
    assertThat(WalSegments.firstGap(List.of(AFTER_IT), NEXT)).hasValue(WalSegments.position(NEXT));
  }

  @Test
  void theLogGoesOnAfterARestoreOnAnotherTimeline() {
    String restored = "000000020000000100000000";
    assertThat(WalSegments.firstGap(List.of(LAST_OF_A_NUMBER, restored), LAST_OF_A_NUMBER))
        .isEmpty();
  }

  @Test
  void onlySegmentsBeforeTheOldestCopyAreDeleted(@TempDir Path folder) throws Exception {
    for (String name : List.of(LAST_OF_A_NUMBER, NEXT, AFTER_IT)) {
      Files.createFile(WalSegments.file(folder, name));
    }
    Files.createFile(folder.resolve("00000002.history.gz"));

    WalSegments.deleteBefore(folder, WalSegments.position(NEXT));

    assertThat(WalSegments.in(folder)).containsExactly(NEXT, AFTER_IT);
    assertThat(folder.resolve("00000002.history.gz")).exists();
  }
}
