package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent.ActionAsked;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EscalationEvent.WordsRead;
import hallmonitor.contract.event.PlatformAction;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests what a person reads and asks for on the answer page, as the console and the platform see
 * it.
 */
class AskedOnThePageTest {
  private final Stage stage = new Stage();
  private UUID caseId;
  private UUID escalation;

  @BeforeEach
  void escalate() throws Exception {
    stage.receive(aComment("17").saying("He beats me"));
    caseId = stage.escalations().get(0).caseId();
    escalation = stage.escalations().get(0).escalationId();
    stage.hear(new EvidenceSealed(escalation, caseId, 5, "ab".repeat(32), NOON));
  }

  @Test
  void aHideIsOrderedOnceLikeTheSamePersonsDecisionInTheConsoleAndAnswersNothing()
      throws Exception {
    ActionAsked asked = asked(PlatformAction.HIDE);
    stage.hear(asked, asked);
    stage.hear(asked);

    assertThat(rows("select ordered_by || ' ' || action as it from ordered_action"))
        .containsExactly("okafor hide");
    assertThat(rows("select actor || ' ' || act || ': ' || detail as it from audit"))
        .singleElement()
        .asString()
        .startsWith("okafor hide: Clause ")
        .endsWith("Asked on the answer page.");
    assertThat(
            rows(
                "select kind as it from case_event where kind in ('action-asked', 'hide-ordered')"))
        .containsExactlyInAnyOrder("action-asked", "hide-ordered");
    assertThat(rows("select state as it from escalation_state")).containsExactly("open");
  }

  @Test
  void whatCannotBeDoneIsRecordedAsRefusedAndTheNextEventIsStillTaken() throws Exception {
    stage.hear(asked(PlatformAction.RESTORE), asked(PlatformAction.HIDE));

    assertThat(rows("select actor || ' ' || kind as it from case_event where kind = 'ask-refused'"))
        .containsExactly("okafor ask-refused");
    assertThat(rows("select action as it from ordered_action")).containsExactly("hide");
  }

  @Test
  void eachLookAtTheWordsIsInTheAuditLogOnce() throws Exception {
    WordsRead first = look();
    stage.hear(first, look());
    stage.hear(first);

    assertThat(rows("select actor || ' ' || act || ' ' || target as it from audit"))
        .containsExactly("okafor words-read case " + caseId, "okafor words-read case " + caseId);
    assertThat(rows("select detail as it from case_event where kind = 'words-read'"))
        .containsExactly("By okafor, on the answer page.", "By okafor, on the answer page.");
  }

  private WordsRead look() {
    return new WordsRead(escalation, caseId, UUID.randomUUID(), "okafor", NOON);
  }

  private ActionAsked asked(PlatformAction action) {
    return new ActionAsked(escalation, caseId, UUID.randomUUID(), "okafor", action, NOON);
  }

  private List<String> rows(String query) {
    return stage.database.rows(query).stream().map(row -> String.valueOf(row.get("it"))).toList();
  }
}
