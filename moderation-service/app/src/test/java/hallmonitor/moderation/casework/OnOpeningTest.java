package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.COMMENT;
import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows when a person opens a case about an allowed comment. */
class OnOpeningTest {
  private static final Clause COARSE = POLICY.clauses().get(0);

  private static CaseChange opened(Visibility visibility) {
    return OnOpening.change(
        new CaseOpening(
            COMMENT,
            "maple-high",
            "r3",
            NOON,
            visibility,
            COARSE,
            COARSE.then().urgency(),
            "novak",
            "A parent called."),
        NOON.plusSeconds(60));
  }

  @Test
  void itWaitsForAPersonAndNothingElseHappens() {
    CaseChange change = opened(Visibility.VISIBLE);

    assertThat(change.orders()).isEmpty();
    assertThat(change.escalation()).isEmpty();
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
    Case after = change.after();
    assertThat(after.id()).isEqualTo(CaseIds.ofCase(COMMENT));
    assertThat(after.open()).isTrue();
    assertThat(after.action()).isEqualTo(ActionState.NONE);
    assertThat(after.verdict().outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(after.verdict().clause()).isEqualTo(COARSE.id());
    assertThat(after.place().openedAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void theHistorySaysWhoOpenedItAndWhy() {
    assertThat(opened(Visibility.VISIBLE).events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.actor()).isEqualTo("novak");
              assertThat(event.kind()).isEqualTo("opened");
              assertThat(event.detail()).isEqualTo("A parent called.");
            });
  }

  @Test
  void aCommentThatOthersHidIsKnownAsHidden() {
    assertThat(opened(Visibility.HIDDEN).after().situation().endsHidden()).isTrue();
  }

  @Test
  void aPersonDecidesOnItAsOnAnyCase() {
    Case after = opened(Visibility.VISIBLE).after();

    CaseChange hidden = OnDecision.change(after, Fixtures.decision(after, Decision.Kind.HIDE));

    assertThat(hidden.orders()).singleElement().extracting("action").isEqualTo(Action.HIDE);
    assertThat(hidden.after().state()).isEqualTo(CaseState.HIDDEN);
  }

  @Test
  void aNewTextThatIsWorseGoesOnFromThere() {
    Case after = opened(Visibility.VISIBLE).after();

    CaseChange worse =
        OnVerdict.change(
                Optional.of(after), Fixtures.judged("r4", Fixtures.threat()), NOON.plusSeconds(90))
            .orElseThrow();

    assertThat(worse.escalation()).isPresent();
    assertThat(worse.after().version().number()).isGreaterThan(after.version().number());
  }
}
