package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.COMMENT;
import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A known picture in an earlier comment brings its case to a person, and does nothing else. */
class OnKnownPictureTest {
  private static final Instant LATER = NOON.plusSeconds(600);

  private static Case aCase(Visibility visibility) {
    return OnOpening.change(
            new CaseOpening(
                COMMENT,
                "maple-high",
                "r3",
                NOON,
                visibility,
                POLICY.clauses().get(0),
                Urgency.DIGEST,
                "x",
                "x"),
            NOON)
        .after();
  }

  private static Case decided(Case open, Decision.Kind kind) {
    return OnDecision.change(open, new Decision(open.id(), 0, kind, "novak", "")).after();
  }

  private static CaseChange found(Case now) {
    return OnKnownPicture.found(now, "listed/3", Urgency.SOON, "It is listed.", LATER);
  }

  @Test
  void nothingIsHiddenAndAnOpenCaseOnlyBecomesMoreUrgent() {
    CaseChange change = found(aCase(Visibility.VISIBLE));

    assertThat(change.orders()).isEmpty();
    assertThat(change.escalation()).isEmpty();
    assertThat(change.after().place().urgency()).isEqualTo(Urgency.SOON);
    assertThat(change.after().place().openedAt()).isEqualTo(NOON);
    assertThat(change.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.actor()).isEqualTo(OnKnownPicture.ACTOR);
              assertThat(event.kind()).isEqualTo(OnKnownPicture.FOUND);
            });
  }

  @Test
  void aDecidedCaseComesBackWhereReadersStillSeeIt() {
    Case dismissed = decided(aCase(Visibility.VISIBLE), Decision.Kind.DISMISS);

    assertThat(found(dismissed).after().open()).isTrue();
    assertThat(found(dismissed).after().place().openedAt()).isEqualTo(LATER);
    assertThat(found(decided(aCase(Visibility.HIDDEN), Decision.Kind.CONFIRM)).after().open())
        .isFalse();
  }

  @Test
  void whatComesBackIsNotInTheDangerLaneWhereTimeWouldNotifyPeople() {
    Case inLane = Fixtures.opened(Fixtures.faintDanger());
    assertThat(inLane.place().laneSince()).isPresent();

    Case back = found(decided(inLane, Decision.Kind.DISMISS)).after();

    assertThat(back.open()).isTrue();
    assertThat(back.place().laneSince()).isEmpty();
  }
}
