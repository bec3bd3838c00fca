package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {
  private static final DecisionRules RULES =
      new DecisionRules(
          Duration.ofHours(4),
          5,
          Map.of(Proposal.Kind.LIFT_HOLD, Set.of("records-officer")),
          List.of(
              new DecisionRules.Reason("Fits all.", Set.of()),
              new DecisionRules.Reason("Fits threats.", Set.of("3.1", "3.2")),
              new DecisionRules.Reason("Fits attacks.", Set.of("2.1"))),
          Retention.FOR_EVER);

  @Test
  void theReasonsMadeForAClauseComeFirst() {
    assertThat(RULES.reasonsFor("3.2")).containsExactly("Fits threats.", "Fits all.");
    assertThat(RULES.reasonsFor("1.1")).containsExactly("Fits all.");
  }

  @Test
  void whereTheDistrictNamesNobodyAnAdministratorIsTheSecondPerson() {
    assertThat(RULES.approvers(Proposal.Kind.LIFT_HOLD)).containsExactly("records-officer");
    assertThat(RULES.approvers(Proposal.Kind.BLOCK_AUTHOR)).containsExactly("administrator");
  }

  @Test
  void changesOfAccessNeedASecondPersonOnlyWhereTheDistrictNamesOne() {
    assertThat(RULES.asksSecond(Proposal.Kind.CHANGE_ACCESS)).isFalse();
    assertThat(
            new DecisionRules(
                    Duration.ofHours(4),
                    5,
                    Map.of(Proposal.Kind.CHANGE_ACCESS, Set.of("administrator")),
                    List.of(),
                    Retention.FOR_EVER)
                .asksSecond(Proposal.Kind.CHANGE_ACCESS))
        .isTrue();
  }

  @Test
  void aConstantIsWrittenAsPeopleReadItAndReadBack() {
    assertThat(EnumCodes.of(ActionState.HIDE_ORDERED)).isEqualTo("hide-ordered");
    assertThat(EnumCodes.read(ActionState.class, "hide-ordered"))
        .isEqualTo(ActionState.HIDE_ORDERED);
  }

  @Test
  void whoSawAVersionSinceWhichNothingChangedMayDecide() {
    CaseVersion seen = new CaseVersion(3, 3);
    CaseVersion alike = seen.nextAlike();

    assertThat(alike).isEqualTo(new CaseVersion(4, 3));
    assertThat(alike.isAsIn(3)).isTrue();
    assertThat(alike.isAsIn(4)).isTrue();
    assertThat(alike.isAsIn(2)).isFalse();
    assertThat(alike.isAsIn(5)).isFalse();
    assertThat(seen.next()).isEqualTo(new CaseVersion(4, 4));
  }
}
