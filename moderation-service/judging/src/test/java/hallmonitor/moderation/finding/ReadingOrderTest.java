package hallmonitor.moderation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  private static final Finding SURE_MODEL = finding(0.9, ModelDetector.NAME, new Span(5, 9));
  private static final Finding MODEL = finding(0.3, ModelDetector.NAME, new Span(0, 2));
  private static final Finding RULE = finding(0.2, "pattern", new Span(12, 15));
  private static final Finding BOTH = finding(0.95, Corroboration.NAME, new Span(12, 15));

  @Test
  void rulesComeBeforeTheModelAndTheSurestFirst() {
    assertThat(ReadingOrder.of(List.of(MODEL, RULE, SURE_MODEL, BOTH)))
        .containsExactly(BOTH, RULE, SURE_MODEL, MODEL);
  }

  @Test
  void theWordsOfARuleLeadIntoAComment() {
    assertThat(ReadingOrder.firstSpans(List.of(SURE_MODEL, RULE)))
        .containsExactly(new Span(12, 15));
    assertThat(ReadingOrder.firstSpans(List.of(MODEL))).containsExactly(new Span(0, 2));
  }

  private static Finding finding(double score, String detector, Span span) {
    return new Finding(Category.THREAT, score, detector, List.of(span), "Because.");
  }
}
