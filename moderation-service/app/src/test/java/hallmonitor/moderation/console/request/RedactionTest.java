package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Officers choose what of an item is redacted, and answer what is proposed. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RedactionTest extends RedactionsAtWork {
  @BeforeEach
  void anItem() throws SQLException {
    found(
        "91",
        "Zora Pell",
        "The bus left Toby Wren and toby  wren at 12 Elm Street. Call 555-010-4477!");
  }

  @Test
  void theSameWordsAreRedactedInTheWholeTextAndThePublicGetsAMark() {
    assertThat(redact(0, "first", "4", "last", "5", "everywhere", "true").statusCode())
        .isEqualTo(303);

    assertThat(decide(0, "redact", "version", "1").statusCode()).isEqualTo(303);
    assertThat(preview(0))
        .contains("The bus left ", MARK, "12 Elm Street", "Zora Pell")
        .doesNotContainIgnoringCase("wren")
        .doesNotContain("not decided yet");
    assertThat(texts("select state || redactions from records_request_item"))
        .containsExactly("redact2");
  }

  @Test
  void wordsCanBeTypedAndWhatIsNotThereIsRefusedWithoutALoss() {
    assertThat(redact(0, "words", "elm street").statusCode()).isEqualTo(303);
    assertThat(preview(0)).contains("at 12 <mark").doesNotContain("Elm");

    assertThat(redact(0, "words", "Oak Street", "version", "1").asString())
        .contains("These words are not in the text.");
    assertThat(redact(0, "first", "", "version", "1").asString())
        .contains("Choose the words to redact: from the first to the last.");
    assertThat(redact(0, "words", "bus", "ground", "", "version", "1").asString())
        .contains("Choose the exemption for which it is redacted.");
    assertThat(redact(0, "words", "bus", "ground", "mood", "version", "1").asString())
        .contains("Choose an exemption from the list.");
    assertThat(texts("select state from records_request_redaction")).containsExactly("confirmed");
  }

  @Test
  void whatWasChosenStaysChosenWithoutAnExemption() {
    assertThat(redact(0, "first", "4", "last", "5", "ground", "").asString())
        .contains("<bdi id=\"chosen\">Toby Wren</bdi>");
  }

  @Test
  void oneExemptionCountsForAllProposalsWithoutOne() {
    database.write(h -> h.execute("update revision set body = 'Call 555-010-4477'"));
    database.write(
        h ->
            h.execute(
                "update records_request_item set text_hash = encode(sha256('Call 555-010-4477'), 'hex')"));
    Map<String, String> fields =
        with("answer", "redact-all", "key", key("phone"), "exemption", "", "other", "ferpa");

    assertThat(officer.post(at(0) + "/redactions/proposals", fields).statusCode()).isEqualTo(303);
    assertThat(
            texts(
                "select exemption from records_request_ground g join records_request_redaction using (ground_no)"))
        .containsExactly("ferpa");
  }

  @Test
  void withoutAScriptButtonsMoveTheChoiceWordByWord() {
    assertThat(page(officer, at(0) + "?first=0&last=0&step=first-on"))
        .contains("<bdi id=\"chosen\">The</bdi>");
    assertThat(page(officer, at(0) + "?first=4&last=4&step=last-on"))
        .contains("<bdi id=\"chosen\">Toby Wren</bdi>", "value=\"4\"", "value=\"5\"", "is-chosen");
    assertThat(page(officer, at(0) + "?first=99&last=99&step=last-on"))
        .contains("<bdi id=\"chosen\">555-010-4477</bdi>");
  }

  @Test
  void proposalsSayWhyAndAPersonConfirmsOrRejectsEach() {
    assertThat(page(officer, at(0)))
        .contains("Name of a person who is not in the district", "Phone number", "Street address")
        .contains("data-direct=\"y\"", "data-direct=\"n\"", "Nothing is redacted.");

    answer(0, "redact:" + key("address"), "0");
    answer(0, "reject:" + key("phone"), "1");

    assertThat(page(officer, at(0))).doesNotContain("Phone number", "Street address");
    assertThat(
            texts(
                """
                select r.rule || ' ' || r.state || ' ' || coalesce(g.exemption, '') || ' ' || r.answered_by
                from records_request_redaction r left join records_request_ground g using (ground_no) order by r.redaction_no
                """))
        .containsExactly("address confirmed il-private-information vega", "phone rejected  vega");
    assertThat(preview(0)).contains("555-010-4477").doesNotContain("Elm");
  }

  @Test
  void allProposalsOfAnItemAreConfirmedAtOnce() {
    answer(0, "redact-all", "0");

    assertThat(preview(0)).doesNotContainIgnoringCase("wren").doesNotContain("Elm", "4477");
    assertThat(page(officer, at(0))).doesNotContain("<h3>Proposed</h3>");
    assertThat(answer(0, "redact-all", "1").asString()).contains("This is no longer proposed.");
  }

  @Test
  void anItemThatIsRedactedIsNotReleasedWhole() {
    redact(0, "words", "Elm");

    assertThat(decide(0, "release", "version", "1").asString())
        .contains("Parts of this item are redacted.");
    remove(0, "1");
    assertThat(decide(0, "release", "version", "2").statusCode()).isEqualTo(303);
    assertThat(texts("select state || ' ' || removed_by from records_request_redaction"))
        .containsExactly("removed vega");
    assertThat(preview(0)).contains("Elm");
  }

  @Test
  void aDecidedItemWithRedactionsThatChangeIsUndecidedAgain() {
    decide(0, "release");

    redact(0, "words", "Elm", "version", "1");

    assertThat(texts("select state from records_request_item")).containsExactly("open");
    assertThat(preview(0)).contains("This item is not decided yet.").doesNotContain("Elm");
  }

  @Test
  void nothingIsAnsweredWhileAnItemThatNeedsRedactionHasNone() {
    decide(0, "redact");

    assertThat(move(officer, path, 0, "answered").asString())
        .contains("Nothing is redacted yet in these items that need it: 1");
    redact(0, "words", "Elm", "version", "1");
    assertThat(move(officer, path, 0, "answered").asString()).contains("Nobody decided");
    decide(0, "redact", "version", "2");
    assertThat(move(officer, path, 0, "answered").statusCode()).isEqualTo(303);
    assertThat(redact(0, "words", "bus", "version", "3").asString())
        .contains("Start the review again to change its items.");
  }

  @Test
  void equalTextsGetTheSameRedactionsTogether() throws SQLException {
    found(
        "92",
        "Kai Lund",
        "The bus left Toby Wren and toby  wren at 12 Elm Street. Call 555-010-4477!");
    redact(0, "words", "Elm");

    decide(0, "redact", "version", "1", "alike", "true");

    assertThat(texts("select state || redactions from records_request_item"))
        .containsExactly("redact1", "redact1");
    assertThat(preview(1)).contains("Kai Lund").doesNotContain("Elm");
    assertThat(page(officer, at(1))).contains("Release redacted").doesNotContain("Not decided");
  }

  @Test
  void whereTheAuthorIsRedactedEqualTextsGetTheWordsButStayUndecided() throws SQLException {
    found(
        "92",
        "Zora Pell",
        "The bus left Toby Wren and toby  wren at 12 Elm Street. Call 555-010-4477!");
    redact(0, "words", "Elm");
    redact(0, "part", "author", "version", "1");

    decide(0, "redact", "version", "2", "alike", "true");

    assertThat(texts("select state || redactions from records_request_item order by item_no"))
        .containsExactly("redact2", "open1");
    assertThat(page(officer, at(1))).contains("Not decided");
    assertThat(move(officer, path, 0, "answered").asString()).contains("Nobody decided");
  }

  @Test
  void aTextThatIsNotTheOneThatWasFoundIsNotReleased() {
    database.write(h -> h.execute("update records_request_item set text_hash = repeat('0', 64)"));

    assertThat(decide(0, "release").asString()).contains("not the one that the request found");
    redact(0, "words", "Elm");
    assertThat(decide(0, "redact", "version", "1").asString())
        .contains("not the one that the request found");
    assertThat(preview(0))
        .contains("not the one that the request found")
        .doesNotContain("bus left", "Zora Pell");
    assertThat(decide(0, "withhold", "version", "1", "exemption", GROUND).statusCode())
        .isEqualTo(303);
  }

  @Test
  void aPictureInThePlaceOfARedactedOneIsNotReleased() {
    picture("https://p.example/one.png");
    redact(0, "part", "https://p.example/one.png");
    picture("https://p.example/two.png");

    assertThat(preview(0)).contains("is no longer there").doesNotContain("two.png", "bus left");
  }

  private void picture(String address) {
    database.write(
        h ->
            h.execute(
                "update revision set attachments = array[?]::text[] where comment_id = '91'",
                address));
  }

  @Test
  void aReopenedItemNamesNobodyWhoDecidedIt() {
    decide(0, "release");
    redact(0, "words", "Elm", "version", "1");

    assertThat(texts("select decided_by from records_request_item")).containsExactly("");
  }

  @Test
  void whatIsNotRedactedIsNotRemovedAndTheItemStaysDecided() {
    redact(0, "words", "Elm");
    decide(0, "redact", "version", "1");

    officer.post(at(0) + "/redactions/removals", with("redaction", "999999", "version", "2"));

    assertThat(texts("select state from records_request_item")).containsExactly("redact");
  }

  @Test
  void theAuditLogCountsAndNamesNoRule() {
    answer(0, "redact-all", "0");

    assertThat(texts("select detail from audit where act = 'request-item-redacted'"))
        .singleElement()
        .satisfies(
            detail ->
                assertThat(detail)
                    .contains("il-private-information: 2")
                    .doesNotContain(" by ", "phone"));
  }

  @Test
  void twoOfficersNeverRedactUnseen() {
    redact(0, "words", "Elm");

    ConsoleResponse late = second.post(at(0) + "/redactions", with("words", "bus", "version", "0"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString()).contains("Someone else decided this item after you opened it");
    assertThat(preview(0)).contains("bus");
  }

  @Test
  void theAuthorAndPicturesAreRedactedWhole() {
    database.write(
        h ->
            h.execute(
                "update revision set attachments = '{https://p.example/zora.png}' where comment_id = '91'"));

    redact(0, "part", "author");
    redact(0, "part", "https://p.example/zora.png", "version", "1");

    assertThat(preview(0)).contains(MARK).doesNotContainIgnoringCase("zora");
    assertThat(redact(0, "part", "https://p.example/other.png", "version", "2").asString())
        .contains("Choose what to redact from the list.");
  }

  @Test
  void redactingSpeaksSpanish() {
    officer.post("/language", Map.of("language", "es", "back", "/requests"));

    assertThat(page(officer, at(0))).contains("Tachaduras", "Número de teléfono");
  }
}
