package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests how a block of an author ends, and the platform's answer to it. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class BlockEndsTest extends BlockingConsole {
  @Test
  void itEndsByItselfOnTheDatabasesTimeAndOnce() throws SQLException {
    UUID block = active();
    assertThat(round.end()).isZero();
    assertThat(state(block)).isEqualTo("active");

    itsLastDayIsOver(block);
    round.end();
    round.end();

    assertThat(ordered())
        .extracting(ActionOrdered::action)
        .containsExactly(PlatformAction.BLOCK_AUTHOR, PlatformAction.UNBLOCK_AUTHOR);
    assertThat(newest().orderedBy()).isEqualTo("clock");
    hear(taken(newest()));
    assertThat(state(block)).isEqualTo("ended");
    assertThat(objections.rows("select kind from case_event where kind like '%block%' order by id"))
        .containsExactly(
            "block-proposed", "block-approved", "blocked", "unblock-ordered", "unblocked");
  }

  @Test
  void oneThatCannotBeEndedHoldsUpNoOther() throws SQLException {
    UUID broken = active();
    for (String comment : List.of("7", "8", "9")) {
      id = seed.aCase(comment).by("Lee Park").judged("hide", "1.1").decided("confirmed").there();
      objections.strike(id);
    }
    UUID good = active();
    itsLastDayIsOver(broken);
    itsLastDayIsOver(good);
    // The order already exists under another block, which should never happen.
    objections.write(
        "insert into block_order (action_id, block_id, act) values (?, ?, 'unblock')",
        hallmonitor.moderation.casework.CaseIds.ofBlockOrder(
            broken, hallmonitor.moderation.casework.Block.Order.UNBLOCK),
        good);

    round.end();

    assertThat(state(good)).isEqualTo("ending");
    assertThat(state(broken)).isEqualTo("active");
    assertThat(novak.get("/blocks").asString()).contains("card clock over");
  }

  @Test
  void aPersonEndsItEarlyWithAReason() throws SQLException {
    UUID block = active();
    assertThat(end(novak, block, "").asString()).contains("Enter a reason");
    assertThat(end(novak, block, "They apologised.").statusCode()).isEqualTo(303);

    assertThat(newest().action()).isEqualTo(PlatformAction.UNBLOCK_AUTHOR);
    assertThat(newest().reason()).isEqualTo("They apologised.");
    assertThat(objections.rows("select actor || ' ' || act from audit"))
        .contains("novak unblock-ordered");
  }

  @Test
  void aPlatformThatRefusesIsShownAndNobodyCountsAsBlocked() throws SQLException {
    UUID block = proposed();
    approve(brandt, block);
    hear(failed(newest(), Why.NOT_SUPPORTED, "wordpress has no way to block an author."));

    assertThat(state(block)).isEqualTo("failed");
    assertThat(brandt.get("/blocks").asString())
        .contains("Not blocked", "wordpress has no way to block an author.");
  }

  @Test
  void anUnblockThatIsRefusedStaysDueUntilSomebodyLiftsItByHand() throws SQLException {
    UUID block = active();
    itsLastDayIsOver(block);
    round.end();
    hear(failed(newest(), Why.REFUSED, "Lift it in the site's settings."));

    assertThat(brandt.get("/blocks").asString())
        .contains("Lift it in the site&#39;s settings.", "How it was lifted manually");
    assertThat(end(novak, block, "In the settings.").statusCode()).isEqualTo(303);
    assertThat(state(block)).isEqualTo("ended");
  }

  @Test
  void anAppealAgainstABlockIsDecidedByAThirdPersonAndEndsIt() throws SQLException {
    UUID block = active();
    String reference =
        objections.rows("select reference from appeal_reference where about = 'block'").get(0);
    assertThat(
            novak
                .post(
                    "/cases/" + id + "/appeals",
                    Map.of(
                        "reference", reference, "channel", "letter", "who", "Dana", "why", "No."))
                .statusCode())
        .isEqualTo(303);
    String appeal = objections.rows("select appeal_id::text from appeal").get(0);
    Map<String, String> ruling =
        Map.of("version", "0", "ruling", "overturn", "reason", "Too long.");

    assertThat(brandt.post("/appeals/" + appeal + "/decision", ruling).statusCode()).isEqualTo(409);
    assertThat(
            ConsoleBrowser.signedIn("okafor")
                .post("/appeals/" + appeal + "/decision", ruling)
                .statusCode())
        .isEqualTo(303);

    assertThat(state(block)).isEqualTo("ending");
    assertThat(newest().action()).isEqualTo(PlatformAction.UNBLOCK_AUTHOR);
    assertThat(newest().reason()).isEqualTo("On appeal: Too long.");
    assertThat(objections.rows("select distinct state from review_case"))
        .containsExactly("confirmed");
  }
}
