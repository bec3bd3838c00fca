package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.CASE_ID;
import static hallmonitor.moderation.casework.Fixtures.COMMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseIdsTest {
  @Test
  void theSameCommentAlwaysHasTheSameCase() {
    assertThat(CaseIds.ofCase(new CommentKey("practice", "17"))).isEqualTo(CASE_ID);
    // Ids are stored for years: a change in how they are made would open every case a second time.
    assertThat(CASE_ID).isEqualTo(UUID.fromString("de3ba5c8-7afe-57bf-a713-f0489b8b42d6"));
  }

  @Test
  void theyAreNameBasedUuidsOfVersion5() {
    assertThat(CaseIds.ofCase(COMMENT).version()).isEqualTo(5);
    assertThat(CaseIds.ofCase(COMMENT).variant()).isEqualTo(2);
  }

  @Test
  void partsThatRunTogetherDoNotCollide() {
    assertThat(CaseIds.ofCase(new CommentKey("a", "bc")))
        .isNotEqualTo(CaseIds.ofCase(new CommentKey("ab", "c")));
  }

  @Test
  void eachRevisionActionAndOrdinalIsAnOrderOfItsOwn() {
    assertThat(
            new UUID[] {
              CaseIds.ofAction(CASE_ID, "r1", Action.HIDE, 0),
              CaseIds.ofAction(CASE_ID, "r2", Action.HIDE, 0),
              CaseIds.ofAction(CASE_ID, "r1", Action.RESTORE, 0),
              CaseIds.ofAction(CASE_ID, "r1", Action.HIDE, 1),
              CaseIds.ofEscalation(CASE_ID, "r1")
            })
        .doesNotHaveDuplicates();
  }
}
