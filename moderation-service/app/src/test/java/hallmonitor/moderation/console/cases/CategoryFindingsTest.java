package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryFindingsTest {
  private static final Finding RULE =
      finding(Category.SELF_HARM, .8, "pattern", 0, "By its words.");
  private static final Finding BOTH =
      finding(Category.SELF_HARM, .98, "rule and model", 0, "By its words.");
  private static final Finding MODEL = finding(Category.SELF_HARM, .9, "model", 20, "As a whole.");
  private static final Finding OTHER = finding(Category.UNSIGNED, .6, "author", 0, "A handle.");

  @Test
  void aCategoryIsSaidOnceByTheFindingThatIsReadFirst() {
    List<CategoryFindings> found = CategoryFindings.of(List.of(BOTH, RULE, OTHER, MODEL));

    assertThat(found).extracting(CategoryFindings::first).containsExactly(BOTH, OTHER);
  }

  @Test
  void whatSaysNothingNewIsLeftOutAndTheRestStays() {
    List<CategoryFindings> found = CategoryFindings.of(List.of(BOTH, RULE, MODEL));

    assertThat(found).singleElement().extracting(CategoryFindings::more).isEqualTo(List.of(MODEL));
  }

  @Test
  void theSameReasonForOtherWordsStays() {
    Finding elsewhere = finding(Category.SELF_HARM, .7, "pattern", 40, "By its words.");

    assertThat(CategoryFindings.of(List.of(RULE, elsewhere)).get(0).more())
        .containsExactly(elsewhere);
  }

  private static Finding finding(
      Category category, double score, String detector, int from, String why) {
    return new Finding(category, score, detector, List.of(new Span(from, from + 5)), why);
  }
}
