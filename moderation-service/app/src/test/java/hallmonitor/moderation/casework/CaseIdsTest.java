package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.CASE_ID;
import static hallmonitor.moderation.casework.Fixtures.COMMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseIdsTest {
  @Test
  void theSameCommentAlwaysHasTheSameCase() {
    assertThat(CaseIds.ofCase(new CommentKey("practice", "17"))).isEqualTo(CASE_ID);
    // Ids are stored for years: a change in how they are made would open every case again.
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

  /** Stored for years: if they were made differently, everything would be done again. */
  @Test
  void noKindOfIdEverChanges() {
    assertThat(
            Stream.of(
                    CaseIds.ofAction(CASE_ID, "r1", Action.HIDE, 0),
                    CaseIds.ofEscalation(CASE_ID, "r1"),
                    CaseIds.ofEscalationByHand(CASE_ID, 3),
                    CaseIds.ofEscalationFromLane(CASE_ID, 3),
                    CaseIds.ofEvent("a/b"),
                    CaseIds.ofDecision("a/b"),
                    CaseIds.ofView(CASE_ID, "novak"),
                    CaseIds.ofBlockOrder(CASE_ID, Block.Order.UNBLOCK),
                    CaseIds.ofReply(CASE_ID, "welcome", 1),
                    CaseIds.ofDecisionOnAlike(
                        List.of(new SeenCase(CASE_ID, 3)),
                        Decision.Kind.HIDE,
                        "As discussed.",
                        "novak"))
                .map(UUID::toString))
        .containsExactly(
            "c0bc7c4d-318c-5477-b7ea-ac71cd2f1bf6",
            "e07c1036-7c7f-58f1-82fb-94d8358fd374",
            "2d1a4b55-4c9b-5139-9a59-3896df9abc8c",
            "2618609e-94ef-5b22-b30b-825f5628f47d",
            "cb7b54b8-a7a2-56b3-909b-30083cb1e683",
            "52bbda35-7347-5af5-b3ef-962aace217b4",
            "3d27b158-fc53-59f8-9705-b2d8240740bd",
            "bf839049-1598-552f-b543-298b53e43114",
            "5cadb450-d52e-511f-b1b5-2dffba5ccbff",
            "227cb831-7f86-55a5-8824-20ea6e21d232");
  }

  @Test
  void aCommentIsNamedByItsAccountAndItsId() {
    assertThat(COMMENT).hasToString("practice/17");
  }
}
