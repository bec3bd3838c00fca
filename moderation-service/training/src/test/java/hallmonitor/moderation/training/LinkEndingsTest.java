package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkEndingsTest {
  @Test
  void anAddressOfTheCorpusEndsLikeOneOfALivePage() {
    String live = LinkEndings.live("Minutes: https://www.bayviewband.example/oct.pdf, see them");
    assertThat(live).matches("Minutes: https://www\\.bayviewband\\.[a-z]{2,3}/oct\\.pdf, see them");
    assertThat(live).doesNotContain("example");
  }

  @Test
  void aHostHasTheSameEndingInEachRow() {
    String once = LinkEndings.live("CashWin.example");
    assertThat(LinkEndings.live("write to me@cashwin.example").substring("write to me@".length()))
        .isEqualToIgnoringCase(once);
  }

  @Test
  void theWordAloneStays() {
    assertThat(LinkEndings.live("For example. Example!")).isEqualTo("For example. Example!");
    assertThat(LinkEndings.live("it is a good.examples")).isEqualTo("it is a good.examples");
  }
}
