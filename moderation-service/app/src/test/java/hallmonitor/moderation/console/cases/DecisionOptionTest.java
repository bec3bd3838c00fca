package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.ActionState;
import hallmonitor.moderation.casework.CaseSituation;
import hallmonitor.moderation.casework.CaseState;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Visibility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionOptionTest {
  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource({
    "open,      hidden,          hidden,  confirm restore harmless",
    "open,      hide-ordered,    visible, confirm restore harmless",
    "open,      none,            visible, hide dismiss harmless",
    "open,      failed,          visible, confirm hide dismiss harmless",
    "open,      gone,            deleted, confirm dismiss",
    "confirmed, hidden,          hidden,  restore undo",
    "hidden,    hide-ordered,    visible, restore undo",
    "restored,  restore-ordered, hidden,  hide undo",
    "restored,  restored,        visible, hide undo",
    "dismissed, none,            visible, hide undo",
    "confirmed, gone,            deleted, undo",
    "open,      delete-ordered,  hidden,  confirm",
    "hidden,    delete-ordered,  visible, undo",
  })
  void whatIsOfferedFollowsFromWhatTheCommentWillBe(
      String state, String action, String visibility, String offered) {
    CaseSituation situation =
        new CaseSituation(
            EnumCodes.read(CaseState.class, state),
            EnumCodes.read(ActionState.class, action),
            EnumCodes.read(Visibility.class, visibility));
    assertThat(DecisionOption.of(situation).stream().map(DecisionOption::getCode))
        .containsExactly(offered.isEmpty() ? new String[0] : offered.split(" "));
  }
}
