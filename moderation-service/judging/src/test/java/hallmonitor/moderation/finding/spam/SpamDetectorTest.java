package hallmonitor.moderation.finding.spam;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpamDetectorTest {
  private static final double HIDES = 0.92;

  private static double score(String text) {
    Comment comment = Comment.of(text, "", "", Optional.empty(), "school");
    return Finding.strongest(new SpamDetector().detect(comment), Category.SPAM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Claim your prize https://prize.example/now",
        "cheap followers, order at https://best-deals.example",
        "ganaste un premio https://premio.example",
      })
  void anOfferWithALinkToAShopHides(String text) {
    assertThat(score(text)).isGreaterThanOrEqualTo(HIDES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sign up for the winter concert https://maple.example/winter-concert",
        "Free testing for the gifted program https://maple.example/gifted",
        "Order lunch from the cashier https://cashiers.example/menu",
        "Discount tickets https://ideal.example/windsor",
      })
  void aWordThatOnlyContainsAShopsWordIsNone(String text) {
    assertThat(score(text)).isBetween(0.5, 0.8);
  }

  @Test
  void aLinkAloneMeansNothing() {
    assertThat(score("The article: https://news.example/board-vote")).isZero();
  }
}
