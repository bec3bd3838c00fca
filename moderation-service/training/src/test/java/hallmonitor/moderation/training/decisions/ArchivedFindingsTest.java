package hallmonitor.moderation.training.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import org.junit.jupiter.api.Test;

class ArchivedFindingsTest {
  @Test
  void thePolicyReadersAnswerIsNoFindingOfItsOwn() {
    assertThat(
            DecisionArchive.findings(
                """
                [{"category": "THREAT", "score": 0.4, "detector": "model"},
                 {"category": "THREAT", "score": 0.6, "detector": "words"},
                 {"category": "THREAT", "score": 0.99, "detector": "policy reader"},
                 {"category": "BULLYING", "score": 0.95, "detector": "policy reader"}]
                """))
        .containsOnlyKeys(Category.THREAT)
        .containsEntry(Category.THREAT, 0.6);
  }
}
