package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests deleting on the platform: a reason, sealed evidence, and two people. */
@ConsoleTest
class DeletionTest extends NovakAtWork {
  private final UUID proposal = UUID.randomUUID();
  private ConsoleBrowser brandt;
  private UUID id;

  @BeforeEach
  void start() {
    seed.person("brandt", "administrator", false);
    brandt = ConsoleBrowser.signedIn("brandt");
    id = seed.aCase("1").judged("hide", "4.1").saying("She lives at 4 Elm Street").there();
  }

  @Test
  void thePageSaysPlainlyWhatCannotBeUndone() {
    assertThat(novak.get("/cases/" + id + "/deletion").asString())
        .contains(
            "Its likes and its place in the thread are lost, and on some platforms its replies too.",
            "She lives at 4 Elm Street");
  }

  @Test
  void aProposalHasItsEvidenceTakenAndOrdersNothing() {
    assertThat(propose("An address of a child.").statusCode()).isEqualTo(303);

    assertThat(deciding.orders()).isEmpty();
    assertThat(seed.outgoing()).anyMatch(e -> e.contains(proposal.toString()));
    assertThat(deciding.row("select evidence from review_case")).containsEntry("evidence", true);
    assertThat(brandt.get("/proposals").asString())
        .contains("An address of a child.", "/cases/" + id + "/deletion", "Petra Novak");
    assertThat(propose("").asString()).contains("Say why");
  }

  @Test
  void nobodyApprovesWhatTheyProposedWhateverTheirRole() {
    post(brandt, "", Map.of("form", proposal.toString(), "note", "An address."));
    deciding.sealed(id, proposal);

    ConsoleResponse refused = answer(brandt, "approve");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("You proposed this");
    assertThat(deciding.orders()).isEmpty();
    assertThatThrownBy(
            () ->
                database.write(
                    h ->
                        h.execute(
                            "update proposal set state = 'approved', answered_by = proposed_by")))
        .hasMessageContaining("another person than brandt");
  }

  @Test
  void theSecondPersonNeedsTheRole() {
    seed.person("okafor", "moderator", false);
    propose("An address.");
    deciding.sealed(id, proposal);

    assertThat(answer(ConsoleBrowser.signedIn("okafor"), "approve").asString())
        .contains("approve this");
    assertThat(deciding.orders()).isEmpty();
  }

  @Test
  void nothingIsDeletedBeforeItsEvidenceIsSealed() {
    propose("An address.");

    assertThat(answer(brandt, "approve").asString())
        .contains(
            "Evidence must be sealed before anything is deleted. Wait a moment and try again.");
    assertThat(deciding.orders()).isEmpty();

    deciding.sealed(id, proposal);
    assertThat(answer(brandt, "approve").statusCode()).isEqualTo(303);

    assertThat(deciding.orders()).hasSize(1);
    assertThat(deciding.orders().get(0).path("action").asText()).isEqualTo("DELETE");
    assertThat(deciding.orders().get(0).path("clause").asText()).isEqualTo("4.1");
    assertThat(deciding.orders().get(0).path("orderedBy").asText()).isEqualTo("brandt");
    assertThat(deciding.orders().get(0).path("reason").asText())
        .isEqualTo("Proposed by novak and approved by brandt: An address.");
    assertThat(deciding.row("select action_state, state, decided_by from review_case"))
        .containsEntry("action_state", "delete-ordered")
        .containsEntry("state", "hidden")
        .containsEntry("decided_by", "brandt");
    assertThat(deciding.texts("select act from audit where actor = 'brandt' order by id"))
        .contains("approve-delete-comment", "delete");
    assertThat(novak.get("/cases/" + id).asString()).contains("Being deleted");
  }

  @Test
  void anAnswerCountsOnce() {
    propose("An address.");
    deciding.sealed(id, proposal);
    answer(brandt, "approve");

    assertThat(answer(brandt, "approve").asString()).contains("&#39;approved&#39;");
    assertThat(deciding.orders()).hasSize(1);
  }

  @Test
  void whatWasEditedSinceIsNotDeletedOnEvidenceOfTheEarlierText() {
    propose("An address.");
    deciding.sealed(id, proposal);
    deciding.edited("1", "Sorry.");

    assertThat(answer(brandt, "approve").asString()).contains("edited after this was proposed");
    assertThat(deciding.orders()).isEmpty();
    assertThat(answer(brandt, "refuse").statusCode()).isEqualTo(303);
    assertThat(deciding.row("select state from proposal")).containsEntry("state", "refused");
  }

  @Test
  void onlyOneProposalWaitsForACommentAndItsMakerMayWithdrawIt() {
    propose("An address.");
    ConsoleResponse again =
        post(brandt, "", Map.of("form", UUID.randomUUID().toString(), "note", "Yes."));
    assertThat(again.asString()).contains("already proposed");

    assertThat(answer(brandt, "withdraw").asString()).contains("Only the person who made");
    assertThat(answer(novak, "withdraw").statusCode()).isEqualTo(303);
    assertThat(
            post(brandt, "", Map.of("form", UUID.randomUUID().toString(), "note", "Yes."))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void afterFourteenDaysNobodyCanApproveIt() {
    propose("An address.");
    deciding.sealed(id, proposal);
    database.write(
        h ->
            h.execute(
                "update proposal set proposed_at = now() - interval '15 days', expires_at = now() -"
                    + " interval '1 day'"));

    assertThat(answer(brandt, "approve").asString()).contains("&#39;expired&#39;");
    assertThat(brandt.get("/proposals").asString()).contains("Nothing needs approval");
    assertThat(deciding.orders()).isEmpty();
  }

  private ConsoleResponse propose(String why) {
    return post(novak, "", Map.of("form", proposal.toString(), "note", why));
  }

  private ConsoleResponse answer(ConsoleBrowser browser, String answer) {
    return post(browser, "/" + proposal, Map.of("answer", answer));
  }

  private ConsoleResponse post(ConsoleBrowser browser, String path, Map<String, String> fields) {
    return browser.post("/cases/" + id + "/deletion" + path, fields);
  }
}
