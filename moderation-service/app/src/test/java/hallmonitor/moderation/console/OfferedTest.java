package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.Matrix.Line;
import hallmonitor.moderation.console.MatrixSeed.There;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.DecidingSeed;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that pages offer their readers exactly what the table of endpoints allows: looks up every
 * form, button, link and part of every page.
 */
@ConsoleTest
@TestProfile(FullDistrict.class)
class OfferedTest {
  private static final List<String> READERS =
      List.of("moderator", "principal", "administrator", "records", "auditor");

  /** What no page of this test offers, and why. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "POST /claims/active", // used by the script of an open page
          "POST /sign-in", // for visitors who are not signed in, like the next ones
          "POST /sign-in/code",
          "POST /sign-in/passkey",
          "POST /sign-in/passkey/challenge", // asked for by the script, like the next one
          "POST /security/passkeys/challenge",
          "POST /security/passkeys/{id}/name", // for people with a passkey
          "POST /security/passkeys/{id}/remove",
          "POST /security/recovery-codes", // for people with a second factor
          "POST /security/sessions/end", // for people who are signed in elsewhere, like the next
          // one
          "POST /people/{name}/sign-in/sessions",
          "POST /security/again", // some minutes after the sign-in
          "POST /sign-in/again",
          "POST /appeal", // on the public form
          "POST /appeal/state",
          "POST /records-request",
          "POST /report", // its form sends files, and is offered to everyone
          "POST /bulk/escalate/now", // after several were chosen
          "POST /cases/{id}/alike/decision", // where cases are similar
          "POST /cases/{id}/deletion/{proposal}", // for proposer and approvers
          "POST /cases/{id}/pictures/{key}", // where a picture is not kept
          "POST /comments/{id}/pictures/{key}",
          "POST /posts/{id}/pictures/{key}",
          "POST /authors/{id}/purpose", // before the page opens, for an hour
          "POST /authors/{id}/merges", // for people who opened the page of another author, too
          "POST /authors/{id}/merges/{proposal}", // for proposer and approvers
          "POST /authors/{id}/merges/parting", // once two are shown as one person
          "POST /blocks/{id}/done", // where the platform cannot block
          "POST /hand-blocks/{id}/notice", // once the block has a reason
          "POST /guidelines/{token}", // for staff, by their own link
          "POST /planned-posts/{id}", // for its author, and for approvers once it was asked
          "POST /planned-posts/{id}/text", // for its author
          "POST /queue/views/change", // for people with a saved view
          "POST /security/second-factor/confirm", // during setup
          "POST /security/second-factor/off"); // once it is on

  @Inject ConsoleDatabase database;

  private MatrixSeed seed;
  private There own;
  private UUID repeated;

  @BeforeEach
  void start() {
    seed = new MatrixSeed(database);
    seed.start();
    own = seed.in(StaffSeed.OWN, "immediate");
    repeated = seed.repeated(StaffSeed.OWN);
    new DecidingSeed(database, new Seed(database))
        .allowed("allowed", "Dana", "See you there", Duration.ofMinutes(5));
  }

  @Test
  void nobodyIsOfferedWhatIsRefusedToThem() {
    for (String who : READERS) {
      offered(who)
          .forEach(
              (offer, page) ->
                  assertThat(offer.opens(who))
                      .as("%s on %s is offered to %s: %s", offer, page, who, offer.cell(who))
                      .isTrue());
    }
  }

  /** Ensures that the test above looks at forms at all. */
  @Test
  void aModeratorIsOfferedWhatTheyMayDo() {
    Set<String> missing = new TreeSet<>();
    Matrix.lines().stream()
        .filter(line -> !line.isGet() && line.opens("moderator"))
        .map(Line::toString)
        .forEach(missing::add);
    offered("moderator").keySet().forEach(line -> missing.remove(line.toString()));
    missing.removeAll(ELSEWHERE);
    assertThat(missing).as("offered to moderators on no page").isEmpty();
  }

  /** Returns each with a page that offers it. */
  private Map<Line, String> offered(String who) {
    ConsoleBrowser browser = ConsoleBrowser.signedIn(who);
    Map<Line, String> offered = new LinkedHashMap<>();
    Matrix.lines().stream()
        .filter(line -> line.isGet() && line.opens(who) && !line.path().equals("/events"))
        .flatMap(this::addresses)
        .forEach(
            address -> {
              ConsoleResponse answer = browser.get(address);
              if (String.valueOf(answer.contentType()).startsWith("text/html")) {
                on(Jsoup.parse(answer.asString()), address, offered);
              }
            });
    if (Matrix.line("POST", "/bulk/preview").orElseThrow().opens(who)) {
      ConsoleResponse preview =
          browser.post("/bulk/preview", Map.of("decision", "dismiss", "item", own.caseId() + "/0"));
      on(Jsoup.parse(preview.asString()), "/bulk/preview", offered);
    }
    return offered;
  }

  /**
   * Includes, for case pages, the case by the author who broke the policy repeatedly, a comment
   * that was allowed, and an account that is registered and not only requested.
   */
  private Stream<String> addresses(Line line) {
    String query = Matrix.query(line.fields().replace("{version}", seed.version));
    String first = seed.at(line.path(), own) + (query.isEmpty() ? "" : "?" + query);
    String allowed =
        first.replace(
            CommentAddress.of("practice", own.comment()), CommentAddress.of("practice", "allowed"));
    return Stream.of(
            first,
            first.replace(own.caseId().toString(), repeated.toString()),
            allowed,
            MatrixRecords.registered(first, own.caseId()))
        .distinct();
  }

  private static void on(Document page, String address, Map<Line, String> offered) {
    page.select("form:not([method=dialog])")
        .forEach(form -> add(form.attr("method"), form.attr("action"), address, offered));
    page.select("[formaction]")
        .forEach(button -> add(method(button), button.attr("formaction"), address, offered));
    page.select("[hx-post]").forEach(part -> add("post", part.attr("hx-post"), address, offered));
    page.select("[hx-get]").forEach(part -> add("get", part.attr("hx-get"), address, offered));
    page.select("a[href^=/]").forEach(link -> add("get", link.attr("href"), address, offered));
  }

  private static String method(Element button) {
    Element form = button.closest("form");
    return form == null ? "post" : form.attr("method");
  }

  private static void add(String method, String asked, String address, Map<Line, String> offered) {
    Line line =
        Matrix.line(method.toUpperCase(Locale.ROOT), asked)
            .orElseThrow(
                () ->
                    new AssertionError(method + " " + asked + " on " + address + " leads nowhere"));
    offered.putIfAbsent(line, address);
  }
}
