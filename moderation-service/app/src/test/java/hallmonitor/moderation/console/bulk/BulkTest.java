package hallmonitor.moderation.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests one decision on several cases: previewed, carried out, logged for each. */
@ConsoleTest
class BulkTest extends NovakAtWork {
  private final String form = UUID.randomUUID().toString();
  private UUID hidden;
  private UUID visible;
  private UUID other;

  @BeforeEach
  void start() {
    hidden = seed.aCase("1").judged("hide", "1.1").there();
    visible = seed.aCase("2").judged("review", "1.2").action("none", "").there();
    other = seed.aCase("3").judged("hide", "6.1").there();
  }

  @Test
  void aPreviewSaysOfEachWhatWillHappenAndDoesNothing() {
    String preview = preview("confirm", hidden, visible, other).asString();

    assertThat(preview)
        .contains(
            "<strong>2</strong> of 3 can be done", "The hide was right. The comment stays hidden.")
        .contains("No change.</strong> The case is &#39;open&#39; and its comment is visible")
        .contains("value=\"" + hidden + "/0\"");
    assertThat(deciding.texts("select state from review_case")).containsOnly("open");
    assertThat(preview("hide", visible).asString()).contains("Hide the comment. You can undo it.");
  }

  @Test
  void whatCanBeDoneIsDoneAndWhatCannotIsReported() {
    carryOut("confirm", hidden + "/0", visible + "/0", other + "/5");

    String done = novak.get("/bulk/" + form).asString();
    assertThat(done)
        .contains("Confirm hide: 1 of 3 done", "<strong>2</strong> could not be done")
        .contains("It changed after the preview was made");
    assertThat(
            deciding.texts(
                "select position || ' ' || result from bulk_item where bulk_id = ?::uuid order by"
                    + " position",
                form))
        .containsExactly("0 done", "1 refused", "2 changed");
    assertThat(deciding.row("select by, decision, note from bulk where bulk_id = ?::uuid", form))
        .containsEntry("by", "novak")
        .containsEntry("decision", "confirm")
        .containsEntry("note", "A wave of them.");
    assertThat(deciding.texts("select state from review_case order by comment_id"))
        .containsExactly("confirmed", "open", "open");
    assertThat(deciding.texts("select act from audit where act in ('confirm', 'bulk-confirm')"))
        .containsExactly("bulk-confirm", "confirm");
  }

  @Test
  void sendingItTwiceDoesItOnceAndGoesOnWhereItWasCutOff() {
    carryOut("confirm", hidden + "/0", other + "/0");
    database.write(h -> h.execute("delete from bulk_item where position = 1"));
    database.write(
        h ->
            h.execute(
                "update review_case set state = 'open', version = 0, same_since = 0 where case_id ="
                    + " ?",
                other));

    carryOut("confirm", hidden + "/0", other + "/0");

    assertThat(deciding.texts("select result from bulk_item order by position"))
        .containsExactly("done", "done");
    assertThat(deciding.row("select version from review_case where case_id = ?", hidden))
        .containsEntry("version", 1);
  }

  @Test
  void theSameFormSentWithOtherCasesDecidesNoneOfThemAndSaysSo() {
    carryOut("confirm", hidden + "/0");
    UUID later = seed.aCase("later").there();

    carryOut("confirm", later + "/0");

    assertThat(deciding.row("select state from review_case where case_id = ?", later))
        .containsEntry("state", "open");
    assertThat(deciding.texts("select case_id::text from bulk_item"))
        .containsExactly(hidden.toString());
  }

  @Test
  void noMoreThanTwoHundredAtOnceAndNotNone() {
    UUID[] many = IntStream.range(0, 201).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
    assertThat(preview("confirm", many).asString()).contains("at most 200 cases at once");
    assertThat(preview("confirm").asString()).contains("No case is selected");
  }

  @Test
  void twoHundredFitInOneForm() {
    List<UUID> many =
        IntStream.range(0, 200).mapToObj(i -> seed.aCase("many-" + i).there()).toList();

    ConsoleResponse preview = preview("confirm", many.toArray(UUID[]::new));
    assertThat(preview.asString()).contains("<strong>200</strong> of 200");
    carryOut("confirm", many.stream().map(id -> id + "/0").toArray(String[]::new));

    assertThat(novak.get("/bulk/" + form).asString()).contains("Confirm hide: 200 of 200 done");
  }

  @Test
  void aBulkOfSomebodyElseIsNotGoneOnWith() {
    carryOut("confirm", hidden + "/0");
    seed.person("okafor", "moderator", false);
    ConsoleBrowser okafor = ConsoleBrowser.signedIn("okafor");

    ConsoleResponse answer =
        okafor.post(
            "/bulk",
            Map.of(
                "form", form, "decision", "confirm", "item", List.of(hidden + "/0", other + "/0")));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(deciding.row("select state from review_case where case_id = ?", other))
        .containsEntry("state", "open");
  }

  @Test
  void severalAreAssignedAtOnceAndReleasedAgain() {
    seed.person("okafor", "moderator", false);
    ConsoleBrowser.signedIn("okafor").post("/cases/" + other + "/claim", Map.of());

    String assigned =
        novak.post("/bulk/assign", Map.of("case", List.of(hidden, visible, other))).asString();

    assertThat(assigned)
        .contains("Assigned to you: 2 of 3", "<strong>1</strong> could not be done")
        .contains("<strong>Not done.</strong>", "is reviewing this already. You can still");
    assertThat(claimedBy("novak")).containsExactlyInAnyOrder(hidden.toString(), visible.toString());

    String released =
        novak
            .post("/bulk/assign", Map.of("case", List.of(hidden, visible), "act", "release"))
            .asString();

    assertThat(released).contains("Released: 2 of 2");
    assertThat(claimedBy("novak")).isEmpty();
  }

  @Test
  void severalAreEscalatedWithOneReasonAndEachThatCannotSaysWhy() {
    String page = novak.post("/bulk/escalate", Map.of("case", List.of(hidden, visible))).asString();
    assertThat(page).contains("value=\"" + hidden + "/0\"", "Each case's own clause");
    assertThat(deciding.texts("select kind from case_event where kind = 'escalated-by-hand'"))
        .isEmpty();

    Map<String, Object> fields =
        Map.of(
            "item",
            List.of(hidden + "/0", visible + "/7"),
            "clause",
            "2.1",
            "roles",
            List.of("principal"),
            "note",
            "One wave.");
    String done = novak.post("/bulk/escalate/now", fields).asString();

    assertThat(done)
        .contains("Escalated: 1 of 2", "<strong>Not done.</strong>")
        .contains("This case changed after you opened it.");
    assertThat(
            deciding.texts("select case_id::text from case_event where kind = 'escalated-by-hand'"))
        .containsExactly(hidden.toString());
    assertThat(novak.post("/bulk/escalate/now", fields).asString()).contains("Escalated: 0 of 2");
  }

  private List<String> claimedBy(String person) {
    return deciding.texts("select case_id::text from case_claim where user_name = ?", person);
  }

  private ConsoleResponse preview(String decision, UUID... ids) {
    return novak.post(
        "/bulk/preview",
        ids.length == 0
            ? Map.of("decision", decision)
            : Map.of("decision", decision, "case", List.of(ids)));
  }

  private void carryOut(String decision, String... items) {
    ConsoleResponse answer =
        novak.post(
            "/bulk",
            Map.of(
                "form",
                form,
                "decision",
                decision,
                "item",
                List.of(items),
                "note",
                "A wave of them."));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/bulk/" + form);
  }
}
