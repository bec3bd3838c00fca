package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.CASE_ID;
import static hallmonitor.moderation.casework.Fixtures.COMMENT;
import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.attack;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static hallmonitor.moderation.casework.Fixtures.threat;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.policy.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the words in a comment's pictures do to its case. */
class PictureLookTest {
  private static JudgedRevision withPictures(int pictures, Verdict verdict) {
    return new JudgedRevision(
        COMMENT, "maple-high", "r1", Visibility.VISIBLE, NOON, false, true, pictures, verdict);
  }

  private static CaseChange change(Case before, int pictures, Verdict verdict) {
    return OnVerdict.change(Optional.of(before), withPictures(pictures, verdict), NOON)
        .orElseThrow();
  }

  private static List<String> kinds(CaseChange change) {
    return change.events().stream().map(CaseChange.Event::kind).toList();
  }

  @Test
  void theHistoryNamesTheLook() {
    CaseChange change =
        OnVerdict.change(Optional.empty(), withPictures(1, threat()), NOON).orElseThrow();

    assertThat(kinds(change)).startsWith("picture-look", "opened");
  }

  @Test
  void whatAPictureAddsIsToldApartFromWhatWasToldBefore() {
    CaseChange change = change(opened(attack()), 1, threat());

    assertThat(change.escalation())
        .hasValueSatisfying(
            escalation ->
                assertThat(escalation.escalationId())
                    .isEqualTo(CaseIds.ofEscalation(CASE_ID, "r1/pictures-1")));
    assertThat(change.events())
        .as("or the history would take it for the first look's")
        .allMatch(event -> event.dedupe().endsWith("/r1/pictures-1"));
  }

  @Test
  void eachPictureThatIsWorseIsNewsOfItsOwn() {
    assertThat(change(opened(attack()), 2, threat()).events())
        .allMatch(event -> event.dedupe().endsWith("/r1/pictures-2"));
  }

  @Test
  void theSameWordsOnceMoreAreNoNews() {
    Case open = change(opened(attack()), 1, threat()).after();

    assertThat(OnVerdict.change(Optional.of(open), withPictures(1, threat()), NOON)).isEmpty();
    assertThat(OnVerdict.change(Optional.of(open), withPictures(2, attack()), NOON)).isEmpty();
  }
}
