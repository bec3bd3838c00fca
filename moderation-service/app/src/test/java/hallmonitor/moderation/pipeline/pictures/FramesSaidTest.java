package hallmonitor.moderation.pipeline.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Read;
import hallmonitor.moderation.store.archive.PictureGap;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FramesSaidTest {
  private final FramesSaid said = new FramesSaid();

  @Test
  void whatSeveralFramesSayCountsOnce() throws Exception {
    said.add("meet me");
    said.add("");
    said.add("meet me");
    said.add("at noon");

    assertThat(said.end(true, true)).isEqualTo(new Read("meet me\nat noon", PictureGap.FRAMES));
  }

  @Test
  void aVideoWithAFrameThatWasNotReadIsReadInPart() throws Exception {
    said.add("meet me");
    assertThat(said.end(true, false)).isEqualTo(new Read("meet me", PictureGap.SOME_FRAMES));

    said.failed(new IOException("it took too long"));

    assertThat(said.end(true, true)).isEqualTo(new Read("meet me", PictureGap.SOME_FRAMES));
  }

  /** What was read goes into mails and evidence. */
  @Test
  void allFramesTogetherSayNoMoreThanOnePicture() throws Exception {
    for (int frame = 0; frame < 10; frame++) {
      said.add(String.valueOf(frame).repeat(4_000));
    }

    assertThat(((Read) said.end(true, true)).words()).hasSize(4_000);
  }
}
