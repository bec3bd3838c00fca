package hallmonitor.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Map.Entry<String, Object>> examples() {
    return EventExamples.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anEventIsWrittenAsItsGoldenFileSays(Map.Entry<String, Object> example) throws IOException {
    assertThat(JSON.readTree(EventJson.write(example.getValue())))
        .isEqualTo(JSON.readTree(golden(example.getKey())));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aGoldenFileIsReadAsTheEventThatItCameFrom(Map.Entry<String, Object> example)
      throws IOException {
    assertThat(EventJson.read(golden(example.getKey()), example.getValue().getClass()))
        .isEqualTo(example.getValue());
  }

  @Test
  void aFieldOfANewerWriterIsPassedOver() throws IOException {
    String newer =
        new String(golden("ActionOrdered"), UTF_8).replaceFirst("\\{", "{\"invented\": [1, 2],");
    assertThat(EventJson.read(newer.getBytes(UTF_8), ActionOrdered.class))
        .isEqualTo(EventExamples.all().get("ActionOrdered"));
  }

  @Test
  void anOrderOfAnOlderWriterHasNoReplyAndAReplyWithoutItsTextIsUnreadable() throws IOException {
    assertThat(EventJson.read(golden("ActionOrdered-1.0"), ActionOrdered.class).reply()).isEmpty();
    String torn = new String(golden("ActionOrdered"), UTF_8).replace("HIDE", "REPLY");
    assertThatThrownBy(() -> EventJson.read(torn.getBytes(UTF_8), ActionOrdered.class))
        .isInstanceOf(EventJson.UnreadableEvent.class);
  }

  @Test
  void anOrderOfAnOlderWriterIsRoutineAndOtherwiseTheSame() throws IOException {
    ActionOrdered old = EventJson.read(golden("ActionOrdered-1.0"), ActionOrdered.class);

    assertThat(old.urgency()).isEqualTo(ActionOrdered.Urgency.ROUTINE);
    assertThat(old.with(ActionOrdered.Urgency.DANGER))
        .isEqualTo(EventExamples.all().get("ActionOrdered"));
  }

  @Test
  void anEscalationOfAnOlderWriterSaysNothingOfAHideThatIsNotDoneAndHasNoEnglish()
      throws IOException {
    assertThat(EventJson.read(golden("CaseEscalated-1.0"), CaseEscalated.class))
        .satisfies(old -> assertThat(old.hideNotDone()).isEmpty())
        .satisfies(old -> assertThat(old.snapshot().english()).isEmpty())
        .satisfies(old -> assertThat(old.hideOrdered()).isTrue());
  }

  @Test
  void aNoticeOfAnOlderWriterHasNoNote() throws IOException {
    assertThat(EventJson.read(golden("NoticeSent"), EscalationEvent.NoticeSent.class).note())
        .isEmpty();
  }

  @Test
  void anAcknowledgmentOfAnOlderWriterNeverRunsOut() throws IOException {
    EscalationEvent.Acknowledged old =
        EventJson.read(golden("Acknowledged-1.0"), EscalationEvent.Acknowledged.class);

    assertThat(old.until()).isEmpty();
    assertThat(old.nextStep()).isEmpty();
    assertThat(old.person()).isEqualTo("okafor");
  }

  @Test
  void anAnswerAndAnEntryOfAnOlderWriterAreReadWithoutWhatTheyDoNotSay() throws IOException {
    assertThat(EventJson.read(golden("CaseAnswered-1.0"), CaseEvent.CaseAnswered.class))
        .satisfies(old -> assertThat(old.answerable()).isEmpty());
    assertThat(EventJson.read(golden("CaseChanged-1.0"), CaseEvent.CaseChanged.class))
        .satisfies(old -> assertThat(old.decision()).isEmpty())
        .satisfies(old -> assertThat(old.actorName()).isEmpty());
  }

  @Test
  void anEscalationFromBeforeClausesHadSpanishTitlesIsRead() throws IOException {
    assertThat(EventJson.read(golden("CaseEscalated-1.1"), CaseEscalated.class))
        .satisfies(old -> assertThat(old.clauseTitleSpanish()).isEmpty())
        .satisfies(old -> assertThat(old.clauseTitle()).isEqualTo("Threats"));
  }

  @Test
  void aVerificationOfAnOlderWriterIsOfAPackage() throws IOException {
    assertThat(EventJson.read(golden("PackageVerified-1.0"), EvidenceResult.PackageVerified.class))
        .satisfies(old -> assertThat(old.answer()).isEmpty())
        .satisfies(
            old ->
                assertThat(old.problems())
                    .as("in words only")
                    .containsExactly(
                        new EvidenceResult.Problem(
                            "record 7",
                            "its hash does not fit",
                            EvidenceResult.ProblemKind.OTHER,
                            Optional.empty(),
                            false)));
  }

  @Test
  void aProblemThatOnlyANewerWriterHasANameForIsReadInItsWords() throws IOException {
    String newer =
        new String(golden("LedgerVerified"), UTF_8).replace("CHANGED_RECORD", "SOMETHING_ELSE");
    assertThat(
            EventJson.read(newer.getBytes(UTF_8), EvidenceResult.LedgerVerified.class).problems())
        .extracting(EvidenceResult.Problem::kind)
        .containsExactly(EvidenceResult.ProblemKind.OTHER);
  }

  @Test
  void anActionResultIsReadAsItsOwnType() throws IOException {
    assertThat(EventJson.read(golden("ActionFailed"), ActionResult.class))
        .isInstanceOf(ActionResult.ActionFailed.class);
  }

  @Test
  void aStatusFromBeforeThereWereCommandsIsRead() throws IOException {
    AccountStatus old = EventJson.read(golden("AccountStatus-1.0"), AccountStatus.class);

    assertThat(old.paused()).isEmpty();
    assertThat(old.outcomes()).isEmpty();
    assertThat(old.backfill().orElseThrow())
        .satisfies(
            b -> {
              assertThat(b.done()).isEqualTo(120);
              assertThat(b.from()).isEmpty();
              assertThat(b.expectedEnd()).isEmpty();
              assertThat(b.stopped()).isFalse();
            });
  }

  @Test
  void aStatusFromBeforeActsWereCountedIsRead() throws IOException {
    AccountStatus old = EventJson.read(golden("AccountStatus-1.1"), AccountStatus.class);

    assertThat(old.allowance()).isEmpty();
    assertThat(old.outcomes()).hasSize(1);
  }

  @Test
  void aStatusFromBeforeDeliveriesWereWatchedIsRead() throws IOException {
    AccountStatus old = EventJson.read(golden("AccountStatus-1.2"), AccountStatus.class);

    assertThat(old.missed()).isEmpty();
    assertThat(old.outcomes()).hasSize(1);
  }

  @Test
  void aStatusFromBeforeItSaidHowLongEditsAreLookedForIsRead() throws IOException {
    AccountStatus old = EventJson.read(golden("AccountStatus-1.3"), AccountStatus.class);

    assertThat(old.edits()).isEmpty();
    assertThat(old.missed()).isPresent();
  }

  @Test
  void aStatusFromBeforeHistoryWaitedForThePipelineIsRead() throws IOException {
    AccountStatus old = EventJson.read(golden("AccountStatus-1.4"), AccountStatus.class);

    assertThat(old.backfill().orElseThrow().waits()).isFalse();
    assertThat(old.edits()).isPresent();
  }

  @Test
  void aPauseFromBeforeActsCouldWaitStopsReadingOnly() throws IOException {
    AccountStatus old = EventJson.read(golden("AccountStatus-1.5"), AccountStatus.class);

    assertThat(old.paused().orElseThrow().acts()).isFalse();
    assertThat(old.edits()).isPresent();
  }

  @Test
  void aCommentFromBeforePlatformsSaidWhatNamesTheyHaveIsRead() throws IOException {
    CommentSeen old = EventJson.read(golden("CommentSeen-1.0"), CommentSeen.class);

    assertThat(old.names()).isEmpty();
    assertThat(old.author().name()).isEqualTo("Dana Reyes");
  }

  @Test
  void aConnectionFromBeforePlatformsSaidWhoACredentialBelongsToIsRead() throws IOException {
    assertThat(EventJson.read(golden("CredentialConnected-1.0"), CredentialResult.class))
        .isInstanceOfSatisfying(
            CredentialResult.Connected.class, old -> assertThat(old.identity()).isEmpty());
  }

  @Test
  void aFailureThatOnlyANewerWriterHasANameForIsReadWithItsSentence() throws IOException {
    String newer = new String(golden("CredentialFailed"), UTF_8).replace("SIGN_IN", "INVENTED");

    assertThat(EventJson.read(newer.getBytes(UTF_8), CredentialResult.class))
        .isInstanceOfSatisfying(
            CredentialResult.Failed.class,
            failed -> {
              assertThat(failed.why()).isEqualTo(CredentialResult.Why.FAILED);
              assertThat(failed.sentence()).isEqualTo("The site does not accept the password.");
            });
  }

  @Test
  void aPageFromBeforeItsPicturesWereReadIsRead() throws IOException {
    ProfileRead old = EventJson.read(golden("ProfileRead-1.0"), ProfileRead.class);

    assertThat(old.pictures()).isEmpty();
    assertThat(old.links()).hasSize(1);
  }

  @Test
  void onlyABackfillStartsFromADay() {
    assertThatThrownBy(
            () ->
                EventJson.read(
                    new String(golden("AccountCommand"), UTF_8)
                        .replace("START_BACKFILL", "PAUSE")
                        .getBytes(UTF_8),
                    AccountCommand.class))
        .isInstanceOf(EventJson.UnreadableEvent.class);
  }

  @Test
  void aTornRecordIsUnreadableAndItsTextIsNotInTheMessage() {
    assertThatThrownBy(
            () -> EventJson.read("{\"text\": \"a secret".getBytes(UTF_8), CommentSeen.class))
        .isInstanceOf(EventJson.UnreadableEvent.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void anEmptyRecordIsUnreadable() {
    assertThatThrownBy(() -> EventJson.read(null, CommentSeen.class))
        .isInstanceOf(EventJson.UnreadableEvent.class);
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream in = GoldenEventsTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(in).as("golden file of %s", name).isNotNull();
      return in.readAllBytes();
    }
  }
}
