package hallmonitor.moderation.casework.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.register.RegisterAct.NotPossible;
import org.junit.jupiter.api.Test;

class RegisterActTest {
  @Test
  void eachActHasOneStateToStartFrom() {
    for (RegisterAct act : RegisterAct.values()) {
      for (RegisterState state : RegisterState.values()) {
        if (state == act.from()) {
          assertThatCode(() -> act.check(state, "reyes", false, "okafor", "Because."))
              .doesNotThrowAnyException();
        } else {
          assertThatThrownBy(() -> act.check(state, "reyes", false, "okafor", "Because."))
              .isInstanceOf(NotPossible.class)
              .hasMessageContaining("Someone else has decided");
        }
      }
      assertThat(act.to()).isNotEqualTo(act.from());
    }
  }

  @Test
  void nobodyDecidesAboutTheirOwnRequest() {
    for (RegisterAct act : new RegisterAct[] {RegisterAct.APPROVE, RegisterAct.REFUSE}) {
      assertThatThrownBy(
              () -> act.check(RegisterState.REQUESTED, "okafor", false, "okafor", "Because."))
          .hasMessageContaining("another person must decide");
    }
  }

  @Test
  void whoeverReportedAPageMayClearIt() {
    assertThatCode(
            () ->
                RegisterAct.CLEAR.check(
                    RegisterState.REPORTED, "okafor", false, "okafor", "A fan page."))
        .doesNotThrowAnyException();
  }

  @Test
  void aRefusalNeedsAReasonAndAnApprovalDoesNot() {
    assertThatThrownBy(
            () -> RegisterAct.REFUSE.check(RegisterState.REQUESTED, "reyes", false, "okafor", ""))
        .hasMessageContaining("Enter a reason");
    assertThatCode(
            () -> RegisterAct.APPROVE.check(RegisterState.REQUESTED, "reyes", false, "okafor", ""))
        .doesNotThrowAnyException();
  }

  @Test
  void aConnectedAccountIsDisconnectedBeforeItsEntryIsClosed() {
    assertThatThrownBy(
            () -> RegisterAct.CLOSE.check(RegisterState.REGISTERED, "", true, "okafor", "Gone."))
        .hasMessageContaining("connected");
  }
}
