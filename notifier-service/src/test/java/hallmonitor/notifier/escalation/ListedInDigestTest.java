package hallmonitor.notifier.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.escalation.EscalationEffect.Alarm;
import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListedInDigestTest extends EscalationStateTests {
  @Test
  void anotherOneForTheDigestIsOneMoreEntry() {
    begin(Urgency.DIGEST, "principal");
    effects.clear();
    hears(new EscalationFact.Joined(Urgency.DIGEST));

    assertThat(state).isInstanceOf(ListedInDigest.class);
    assertThat(state.step()).isEqualTo(1);
    assertThat(state.with()).extracting(Contact::person).containsExactly("osei");
    assertThat(effects)
        .singleElement()
        .isInstanceOfSatisfying(
            Tell.class,
            tell -> {
              assertThat(tell.step()).isEqualTo(1);
              assertThat(tell.occasion()).isEqualTo(EscalationEffect.Occasion.JOINED);
            });
  }

  @Test
  void whatIsMoreUrgentOrOfAnotherCategoryStartsAgain() {
    begin(Urgency.DIGEST, "principal");
    EscalationState listed = state;
    hears(new EscalationFact.Joined(Urgency.IMMEDIATE));
    assertThat(state).isInstanceOf(AwaitingAnswer.class);
    assertThat(state.step()).isEqualTo(1);

    state = listed;
    effects.clear();
    hears(new EscalationFact.Joined(Urgency.DIGEST, true));
    assertThat(state).isInstanceOf(ListedInDigest.class);
    assertThat(state.step()).isEqualTo(1);
    assertThat(effects).contains(new EscalationEffect.Withdraw(1));
    assertThat(tells()).singleElement().asString().startsWith("osei TOLD");
  }

  @Test
  void itCanBeAnsweredAndTimeAndMailsChangeNothing() {
    begin(Urgency.DIGEST, "principal");
    EscalationState listed = state;
    hears(new EscalationFact.TimePassed());
    hears(new EscalationFact.Delivered("osei"));
    assertThat(state).isEqualTo(listed);

    hears(answer("osei", EscalationFact.Answer.RESOLVE, Optional.empty()));
    assertThat(state).isInstanceOf(Closed.class);
  }

  @Test
  void whoCannotBeReachedIsLeftOutAndTheOthersStay() {
    begin(Urgency.DIGEST, "principal", "counselor");
    hears(new EscalationFact.Refused("osei"));

    assertThat(state.with()).extracting(Contact::person).containsExactly("molina");
    assertThat(effects).noneMatch(Alarm.class::isInstance);
  }
}
