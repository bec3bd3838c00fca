package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.store.objections.ObjectionResults;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests replies as the organization, only from templates. */
@ConsoleTest
class RepliesTest {
  @Inject ConsoleDatabase database;
  @Inject Jdbi jdbi;

  private Seed seed;
  private ObjectionSeed objections;
  private ConsoleBrowser novak;
  private ConsoleBrowser brandt;
  private UUID id;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    objections = new ObjectionSeed(database);
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
    brandt = ConsoleBrowser.signedIn("brandt");
    objections.platformCan("hide", "restore", "delete", "reply");
    id = seed.aCase("1").saying("You damn fool").judged("hide", "1.1").there();
  }

  private static String seen(ConsoleResponse preview) {
    Matcher text =
        Pattern.compile("<textarea name=\"seen\"[^>]*>\n(.*?)</textarea>", Pattern.DOTALL)
            .matcher(preview.asString());
    assertThat(text.find()).as(preview.asString()).isTrue();
    return text.group(1).replace("&#39;", "'").replace("&amp;", "&");
  }

  private ConsoleResponse preview(ConsoleBrowser by, String language) {
    return by.get("/cases/" + id + "/reply?template=hidden-comment&language=" + language);
  }

  private ConsoleResponse post(ConsoleBrowser by, String language, String text) {
    return by.post(
        "/cases/" + id + "/reply",
        Map.of("template", "hidden-comment", "language", language, "seen", text));
  }

  private List<ActionOrdered> ordered() {
    return seed.outgoing().stream()
        .filter(json -> json.contains("\"action\":\"REPLY\""))
        .map(json -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), ActionOrdered.class))
        .toList();
  }

  private void hear(ActionResult result) throws SQLException {
    jdbi.useTransaction(t -> ObjectionResults.apply(t, result));
  }

  @Test
  void aReplyIsSeenBeforeItGoesOutAndCitesClauseWordingAndReference() {
    String reference = ObjectionSeed.reference(brandt.get("/cases/" + id).asString());

    String text = seen(preview(brandt, "en"));

    assertThat(text)
        .contains("under clause 1.1", "Comments that contain profanity are removed", reference)
        .doesNotContain("damn fool");
    assertThat(seen(preview(brandt, "es")))
        .contains("según la cláusula 1.1 de nuestras normas: Lenguaje soez.");
    assertThat(ordered()).as("nothing goes out by looking").isEmpty();
  }

  @Test
  void whatWasSeenIsOrderedOnceAndStandsInTheHistory() {
    String text = seen(preview(brandt, "en"));
    assertThat(post(brandt, "en", text).statusCode()).isEqualTo(303);

    assertThat(post(brandt, "en", text).asString())
        .contains("This template was already used to reply to this case.");
    assertThat(post(brandt, "es", seen(preview(brandt, "es"))).statusCode()).isEqualTo(409);
    assertThat(ordered())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.action()).isEqualTo(PlatformAction.REPLY);
              assertThat(order.reply()).contains(text);
              assertThat(order.orderedBy()).isEqualTo("brandt");
              assertThat(order.comment().id()).isEqualTo("1");
            });
    assertThat(brandt.get("/cases/" + id).asString()).contains("Being posted", "Reply requested");
    assertThat(objections.rows("select actor || ' ' || act || ' ' || detail from audit"))
        .contains("brandt reply From the template hidden-comment (en).");
  }

  @Test
  void whatBecameOfItIsShownAndOneThatWasRefusedCanBeSentAgain() throws SQLException {
    post(brandt, "en", seen(preview(brandt, "en")));
    ActionOrdered first = ordered().get(0);
    hear(
        new ActionFailed(
            first.actionId(),
            id,
            first.comment(),
            PlatformAction.REPLY,
            Why.REFUSED,
            "The site closed its comments.",
            Instant.now()));
    assertThat(brandt.get("/cases/" + id).asString())
        .contains("Not posted", "The site closed its comments.");

    assertThat(post(brandt, "en", seen(preview(brandt, "en"))).statusCode()).isEqualTo(303);
    ActionOrdered second = ordered().get(1);
    assertThat(second.actionId()).isNotEqualTo(first.actionId());
    ActionTaken taken =
        new ActionTaken(
            second.actionId(),
            id,
            second.comment(),
            PlatformAction.REPLY,
            true,
            "hold",
            Instant.now());
    hear(taken);
    hear(taken);
    assertThat(brandt.get("/cases/" + id).asString()).contains("<strong>Posted</strong>");
    assertThat(objections.rows("select kind from case_event where kind like 'reply%' order by id"))
        .containsExactly("reply-ordered", "reply-failed", "reply-ordered", "reply-posted");
  }

  @Test
  void aModeratorDoesNotReplyUnlessTheDistrictLetsThem() {
    assertThat(novak.get("/cases/" + id).asString())
        .contains("An administrator can reply here.")
        .doesNotContain("<button>Preview");
    assertThat(preview(novak, "en").statusCode()).isEqualTo(403);
    assertThat(post(novak, "en", seen(preview(brandt, "en"))).statusCode()).isEqualTo(403);
    assertThat(ordered()).isEmpty();
  }

  @Test
  void onAPlatformThatCannotReplyItSaysSoAndNothingGoesOut() {
    String text = seen(preview(brandt, "en"));
    objections.platformCan("hide");

    assertThat(brandt.get("/cases/" + id).asString()).contains("Not supported on this platform");
    assertThat(post(brandt, "en", text).asString()).contains("reply on this platform from here");
    assertThat(ordered()).isEmpty();
  }

  @Test
  void otherWordsThanTheTemplatesAreNotSent() {
    assertThat(post(brandt, "en", "Vote for me").asString())
        .contains("The template changed after you opened it. Nothing was sent. Review it again.");
    assertThat(brandt.get("/cases/" + id + "/reply?template=none").statusCode()).isEqualTo(404);
    assertThat(ordered()).isEmpty();
  }
}
