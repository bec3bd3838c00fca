package hallmonitor.moderation.casework.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleasedRecordTest {
  private static final String TEXT = "Ana Ruiz was late";
  private static final String PICTURE = "https://pictures.example/ana.png";
  private static final LegalGround GROUND =
      new LegalGround("ferpa", "20 U.S.C. 1232g", "", "A student's record", "Un expediente");
  private static final Redaction NAME = Redaction.ofWords(TEXT, new Span(0, 8), GROUND);

  private static FoundRecord found(Outcome outcome) {
    return found("comment", outcome);
  }

  private static FoundRecord found(String kind, Outcome outcome) {
    return new FoundRecord(
        7,
        kind,
        outcome,
        "Maple High",
        "c-71",
        Instant.EPOCH,
        Optional.of(Instant.EPOCH),
        "Kai Lund",
        "Bus",
        TEXT,
        List.of(PICTURE),
        "https://site.example/c-71",
        "{}");
  }

  private static ReleasedRecord released(Outcome outcome, Redaction... redactions) {
    Optional<LegalGround> ground =
        outcome == Outcome.WITHHOLD ? Optional.of(GROUND) : Optional.empty();
    return ReleasedRecord.of(found(outcome), List.of(redactions), ground, "en");
  }

  @Test
  void aReleasedRecordIsWhole() {
    ReleasedRecord whole = released(Outcome.RELEASE);

    assertThat(whole.text()).isEqualTo(TEXT);
    assertThat(whole.recordId()).isEqualTo("c-71");
    assertThat(whole.permalink()).isEqualTo("https://site.example/c-71");
    assertThat(whole.grounds()).isEmpty();
    assertThat(ReleasedRecord.hidden(found(Outcome.RELEASE), List.of())).isEmpty();
  }

  @Test
  void whatIsRedactedIsAMarkAndCannotBeLookedUpAtThePlatform() {
    ReleasedRecord part =
        released(
            Outcome.REDACT,
            NAME,
            Redaction.ofAuthor(GROUND),
            Redaction.ofAttachment(PICTURE, GROUND));

    assertThat(part.text()).isEqualTo("[redacted: 20 U.S.C. 1232g] was late");
    assertThat(part.author()).isEqualTo("[redacted: 20 U.S.C. 1232g]");
    assertThat(part.attachments()).containsExactly("[redacted: 20 U.S.C. 1232g]");
    assertThat(part.recordId() + part.permalink()).isEmpty();
    assertThat(part.grounds()).containsExactly(GROUND);
  }

  /** X gives a video without a file as its page. */
  @Test
  void noPictureOfARedactedRecordLeadsToItsPage() {
    String page = "https://site.example/status/1234567890/video/1";
    FoundRecord found =
        new FoundRecord(
            7,
            "comment",
            Outcome.REDACT,
            "Maple High",
            "1234567890",
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            "Kai Lund",
            "Bus",
            TEXT,
            List.of(PICTURE, page, "https://site.example/c-71/video/1"),
            "https://site.example/c-71",
            "{}");

    assertThat(ReleasedRecord.of(found, List.of(NAME), Optional.empty(), "en").attachments())
        .containsExactly(PICTURE);
    assertThat(FoundRecord.leadsTo("https://site.example/2026/12/a.png", "12", "")).isFalse();
  }

  @Test
  void ofAWithheldRecordOnlyThatItExistsIsTold() {
    ReleasedRecord none = released(Outcome.WITHHOLD);

    assertThat(none.text() + none.author() + none.title() + none.recordId() + none.permalink())
        .isEmpty();
    assertThat(none.attachments()).isEmpty();
    assertThat(none.writtenAt()).isEmpty();
    assertThat(none.grounds()).containsExactly(GROUND);
  }

  @Test
  void everythingThatIsLeftOutIsSearchedFor() {
    assertThat(ReleasedRecord.hidden(found(Outcome.WITHHOLD), List.of()))
        .extracting(HiddenText::text)
        .containsExactly(TEXT, PICTURE);
    assertThat(
            ReleasedRecord.hidden(
                found(Outcome.REDACT),
                List.of(NAME, Redaction.ofAuthor(GROUND), Redaction.ofTitle(GROUND))))
        .containsExactly(
            new HiddenText(7, "Ana Ruiz"), new HiddenText(7, "Kai Lund"), new HiddenText(7, "Bus"));
  }

  @Test
  void theTitleOfAWithheldPostIsSearchedForBecauseItsCommentsHaveItToo() {
    assertThat(ReleasedRecord.hidden(found("post", Outcome.WITHHOLD), List.of()))
        .extracting(HiddenText::text)
        .contains("Bus");
  }

  @Test
  void aRecordWhoseDecisionAndRedactionsContradictEachOtherNeverGoesOut() {
    assertThatThrownBy(() -> released(Outcome.RELEASE, NAME)).hasMessageContaining("item 7");
    assertThatThrownBy(() -> released(Outcome.REDACT)).hasMessageContaining("item 7");
    assertThatThrownBy(() -> released(Outcome.LATER)).hasMessageContaining("item 7");
    assertThatThrownBy(
            () -> ReleasedRecord.of(found(Outcome.WITHHOLD), List.of(), Optional.empty(), "en"))
        .hasMessageContaining("item 7");
  }
}
