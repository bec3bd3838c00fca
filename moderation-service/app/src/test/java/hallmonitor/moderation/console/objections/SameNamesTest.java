package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Tests appeals by name: who may decide them, which block they are about, and how many there are.
 */
@ConsoleTest
@TestProfile(FullDistrict.class)
class SameNamesTest extends HandBlockObjections {
  private static final UUID TROLL = new UUID(1, 9);
  private static final ShortCode REFERENCE = ShortCode.of(7);

  /** Adds a block of someone who now has the same name. */
  private void aTrollTakesTheName() {
    objections.blockedByHand(TROLL, "id:troll");
  }

  private List<String> open() {
    return objections.rows("select author_name from hand_block_appeal where state = 'open'");
  }

  private List<String> takenBack() {
    return objections.rows(
        "select author_key from hand_block where taken_back_at is not null order by author_key");
  }

  private void mayNotDecide(ConsoleBrowser person) {
    assertThat(person.get("/appeals").asString())
        .contains("You took part in a block under this name.");
    assertThat(decide(person, "uphold", List.of(), "").asString())
        .contains("You took part in the decision being appealed.");
    assertThat(open()).hasSize(1);
  }

  @Test
  void whoProposedOrApprovedABlockFromHereDoesNotDecideAnAppealUnderItsName() throws SQLException {
    active();
    objections.write("update author_block set author_name = '@dana@social.example'");
    send(form("practice", "@Dana@social.example"));

    mayNotDecide(novak);
    mayNotDecide(brandt);
    assertThat(ConsoleBrowser.signedIn("okafor").get("/appeals").asString())
        .contains("A block of this name was ordered here.", "Uphold: nothing changes");
  }

  @Test
  void theDatabaseRefusesThemToo() throws SQLException {
    active();
    send(form("practice", "Dana Reyes"));
    UUID id = appeal();

    assertThatThrownBy(
            () ->
                objections.write(
                    "update hand_block_appeal set state = 'upheld', decided_by = 'brandt',"
                        + " decided_at = now(), reason = 'No.' where appeal_id = ?",
                    id))
        .hasMessageContaining("must be decided by another person");
  }

  @Test
  void whoeverEverExplainedTheBlockDoesNotDecide() {
    Map<String, String> form =
        Map.of("reason", "Spam.", "last", LocalDate.now().plusDays(5).toString());
    novak.post("/hand-blocks/" + BLOCK, form);
    brandt.post("/hand-blocks/" + BLOCK, form);
    send(form("practice", "Robin Lee"));

    mayNotDecide(novak);
    mayNotDecide(brandt);
  }

  @Test
  void ofSeveralBlocksUnderANameThePersonChooses() {
    aTrollTakesTheName();
    send(form("practice", "Robin Lee"));
    String page = brandt.get("/appeals").asString();
    List<String> shown = shown(page);

    assertThat(page).contains("Several blocks stand under this name", ">robin<", ">troll<");
    assertThat(shown).containsExactlyInAnyOrder(BLOCK.toString(), TROLL.toString());
    assertThat(decide(brandt, "overturn", shown, "").asString())
        .contains("Choose the block that the appeal is about.");
    decide(brandt, "overturn", shown, BLOCK.toString());

    assertThat(takenBack()).containsExactly("id:robin");
    assertThat(open()).isEmpty();
  }

  @Test
  void noneOfThemCanBeTheSenders() {
    aTrollTakesTheName();
    send(form("practice", "Robin Lee"));
    decide(brandt, "overturn", shown(brandt.get("/appeals").asString()), "none");

    assertThat(takenBack()).isEmpty();
    assertThat(open()).isEmpty();
  }

  @Test
  void whoeverTakesTheNameLaterIsNotUnblocked() {
    objections.write("update hand_block set author_name = 'Someone', first_seen_at = now()");
    send(form("practice", "Sam Late"));
    List<String> shown = shown(brandt.get("/appeals").asString());
    objections.write("update hand_block set author_name = 'Sam Late'");

    assertThat(decide(brandt, "overturn", shown, "").asString())
        .contains("The blocks under this name have changed.");
    assertThat(takenBack()).isEmpty();
    assertThat(open()).hasSize(1);
  }

  @Test
  void anAppealStaysWithTheOneBlockThatHadTheNameWhenItCame() {
    send(form("practice", "Robin Lee"));
    aTrollTakesTheName();

    assertThat(shown(brandt.get("/appeals").asString())).containsExactly(BLOCK.toString());
    decide(brandt, "overturn");
    assertThat(takenBack()).containsExactly("id:robin");
  }

  @Test
  void appealsByNameCountForThemselves() {
    objections.write(
        "insert into appeal_try (address, kind) select 'other ' || n, 'send-by-name' from"
            + " generate_series(1, 20) n");
    assertThat(send(form("practice", "Robin Lee"))).doesNotContain("We received your appeal");

    Map<String, String> withReference = form("", "");
    withReference.put("reference", REFERENCE.toString());
    assertThat(send(withReference)).contains("We received your appeal");
  }

  @Test
  void ofANameThreeAreOpenAtMostAndTheAnswerStaysTheSame() {
    for (String typed : List.of("Robin Lee", "robin lee", "@Robin Lee", "Robin Lee")) {
      Map<String, String> fields = form("practice", typed);
      fields.put("why", "I asked, " + UUID.randomUUID());
      assertThat(send(fields)).contains("We received your appeal");
    }
    assertThat(open()).hasSize(3);
    send(form("practice", "Sam Late"));
    assertThat(open()).hasSize(4);
  }

  @Test
  void thoseWithAReferenceComeFirstAndWhatIsNotShownIsCounted() {
    objections.write(
        """
        insert into hand_block_appeal (appeal_id, reference, by_name, account, author_name, hand_block_id, appellant,
          contact, why, code_hash, due_at)
        select gen_random_uuid(), ':reference', n <= 210, 'practice', 'Name ' || n, ?, 'A', 'c', 'Why ' || n, 'x',
          now() + make_interval(hours => n) from generate_series(1, 211) n
        """
            .replace("?", "'" + BLOCK + "'")
            .replace(":reference", REFERENCE.signs()));
    String page = brandt.get("/appeals").asString();

    assertThat(page).contains("Open appeals that are not shown: 11.");
    assertThat(page.indexOf("Why 211")).isPositive().isLessThan(page.indexOf("Why 1<"));
  }
}
