package hallmonitor.moderation.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.district.ConnectedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HidingWordsTest {
  @ParameterizedTest
  @EnumSource
  void whatHidingMeansIsSaidOfEveryPlatform(ConnectedPlatform platform) {
    assertThat(HidingWords.hideMeans(platform.word()).toString())
        .isNotEqualTo(HidingWords.hideMeans("another").toString());
  }

  @Test
  void aPlatformIsCalledAsItCallsItself() {
    assertThat(DisplayLabels.platform("mediawiki")).isEqualTo("MediaWiki");
  }
}
