package hallmonitor.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Pages for those who decide cases, write posts, and answer people. */
abstract class ModeratorPages extends HostilePages {
  ModeratorPages() {
    super(ModeratorPages.class);
  }

  @Test
  @Order(1)
  void casesAndListsOfThem() {
    look.visit("queue", "/queue?state=open");
    assertThat(browser.all(By.tagName("body")).get(0).getText())
        .contains(HostileCorpus.SCRIPT, "{{7*7}}", "{#if true}seen{/if}");
    look.visit("queue-unconfirmed", "/queue?state=unconfirmed");
    look.visit("queue-decided", "/queue?state=decided");
    look.visit("saved-views", "/queue/views");
    look.visit("case", "/cases/" + threat);
    look.visit("case-hidden", "/cases/" + hidden);
    look.visit("case-words", "/cases/" + hidden + "/words");
    look.visit("case-alike", "/cases/" + hidden + "/alike");
    look.visit("case-escalate", "/cases/" + hidden + "/escalate");
    look.visit("case-deletion", "/cases/" + hidden + "/deletion");
    look.visit("case-reply", "/cases/" + hidden + "/reply?template=hidden-comment&language=en");
    look.visit("case-reply-words", "/cases/" + hidden + "/reply/words");
    look.visit("not-found", "/cases/00000000-0000-0000-0000-000000000000");
    look.visit("clocks", "/clocks");
    look.visit("my-building", "/my-building", 44);
  }

  @Test
  @Order(2)
  void objectionsAndSecondPeople() {
    blockedByHand();
    look.visit("appeals", "/appeals");
    look.visit("blocks", "/blocks");
    look.visit("blocks-by-hand", "/blocks?show=by-hand");
    look.visit("reply-waiting", "/cases/" + hidden + "/proposed-reply/" + proposedReply());
    look.visit("proposals", "/proposals");
    look.visit("quality", "/quality");
  }

  /** A reply in someone's own words, which waits for a second person. */
  private static String proposedReply() {
    String hostile = (HostileCorpus.SCRIPT + HostileCorpus.TEMPLATE).replace("'", "''");
    String reply =
        one(
            """
            insert into case_reply (action_id, case_id, template, language, text, objections, ordered_by, state)
            values (gen_random_uuid(), '%s', '', 'en', '%s', '1.1', 'lopez', 'proposed') returning action_id::text
            """
                .formatted(hidden, hostile));
    one(
        """
        insert into proposal (proposal_id, kind, subject, proposed_by, reason, terms, proposed_at, expires_at)
        values (gen_random_uuid(), 'reply', '%s', 'lopez', '%s', '{}', now(), now() + interval '9 days')
        returning kind
        """
            .formatted(reply, hostile));
    return reply;
  }

  /** Two blocks of one name made on the platform, one with a reason; and an appeal by that name. */
  private static void blockedByHand() {
    String hostile = (HostileCorpus.SCRIPT + HostileCorpus.TEMPLATE).replace("'", "''");
    one(
        """
        insert into hand_block (account, author_key, author_name, first_seen_at, seen_at)
        values ('practice', 'id:new', '%1$s', now(), now()) returning account
        """
            .formatted(hostile));
    one(
        """
        insert into hand_block (account, author_key, author_name, first_seen_at, seen_at, reason, last_day, ends_at,
          noted_by, noted_at, reference, notice)
        values ('practice', 'id:old', '%1$s', now(), now(), '%1$s', current_date + 9, now() + interval '9 days', 'lopez',
          now(), '%2$s', '%1$s') returning account
        """
            .formatted(hostile, "000000004K7Q"));
    one(
        """
        insert into hand_block_appeal (appeal_id, reference, by_name, account, author_name, appellant, contact, why,
          code_hash, due_at)
        values (gen_random_uuid(), '%2$s', true, 'practice', '%1$s', '%1$s', '%1$s', '%1$s', 'x', now()) returning account
        """
            .formatted(hostile, "000000004K8N"));
  }

  @Test
  @Order(2)
  void postsAndTheMediaReleaseList() {
    look.visit("media-release", "/media-release");
    browser.waitFor(By.id("student")).sendKeys(HostileCorpus.SCRIPT + " Ruiz");
    press("main form button.primary");
    browser.waitFor(By.id("answer"));
    look.at("media-release-answer");
    look.visit("media-release-list-empty", "/media-release/list");
    browser.run(
        "document.getElementById('r-rows').value = given[0]; return null;",
        "name,date\nAna Ruiz,\nKai Ito,2026-08-15");
    press("form[action$=import] button.primary");
    browser.waitUntilShown(By.tagName("h1"), "Preview of the import");
    look.at("media-release-import");
    press("main form button.primary");
    browser.waitUntilShown(By.tagName("h1"), "Media-release list");
    look.at("media-release-list");
    look.visit("planned-posts", "/planned-posts");
    browser.run(
        "document.getElementById('p-account').value = 'practice';"
            + " document.getElementById('p-body').value = given[0];"
            + " document.querySelector('[name=pictures][value=none]').checked = true; return null;",
        HostileCorpus.SCRIPT + HostileCorpus.TEMPLATE + " Ana Ruiz and your ballot");
    press("form[action='/planned-posts'] button.primary");
    browser.waitFor(By.id("check"));
    look.at("planned-post");
    look.visit("posts", "/posts");
    look.visit("posts-fixed", "/posts?state=mended");
    look.visit("guidance", "/guidance");
  }

  @Test
  @Order(2)
  void commentsWithoutACase() {
    look.visit("comments", "/comments");
    look.visit("comments-none", "/comments?link=https%3A%2F%2Fother.example%2F9");
    String allowed =
        one(
            """
            select account || e'\\n' || comment_id from comment c
            where not exists (
              select from review_case rc where rc.account = c.account and rc.comment_id = c.comment_id)
            limit 1
            """);
    look.visit("comment", "/comments/" + inAddress(allowed));
  }

  private static String inAddress(String id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8));
  }

  @Test
  @Order(2)
  void aPostAsItWas() {
    String post =
        "/posts/"
            + inAddress(
                one(
                    """
                    select c.account || e'\\n' || c.post_id
                    from review_case rc join comment c using (account, comment_id) where rc.case_id = '%s'
                    """
                        .formatted(hidden)))
            + "/then";
    look.visit("then-public", post);
    look.visit("then-full", post + "?view=full");
    look.soft().assertThat(browser.all(By.cssSelector(".then .unshown .why"))).isNotEmpty();
    look.visit("then-mistake", post + "?at=" + "W".repeat(90));
    look.visit("then-early-mistake", post + "?at=1999-12-31T10%3A00");
    String picture = "https://pictures.example/" + "W".repeat(120) + ".png";
    String key =
        one(
            """
            with shown as (
              insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
              select c.account, c.post_id, now(), 'pictured', 'Gala', 'Tonight', array['%1$s'], true
              from review_case rc join comment c using (account, comment_id) where rc.case_id = '%2$s'
              returning account, post_id)
            insert into post_picture (account, post_id, url_key, url, state, content, kept_at)
            select account, post_id, left(encode(sha256('%1$s'::bytea), 'hex'), 32), '%1$s', 'kept', 'x'::bytea, now()
            from shown
            on conflict (account, post_id, url_key) do update set state = 'kept', content = excluded.content, kept_at = now()
            returning url_key
            """
                .formatted(picture, hidden));
    look.visit("then-pictured", post);
    look.visit("picture-removal", post.replaceAll("then$", "pictures/" + key + "/removal"));
  }

  @Test
  @Order(3)
  void everythingAnAuthorWrote() {
    look.visit("author-purpose", "/cases/" + hidden + "/author");
    String author = "/authors/" + one("select author_id::text from author");
    Console.send(
        browser,
        author + "/purpose",
        Map.of("purpose", "safety", "note", HostileCorpus.SCRIPT + "W".repeat(120)));
    look.visit("author", author);
    look.soft().assertThat(browser.all(By.cssSelector(".author .said"))).isNotEmpty();
    look.visit("author-none", author + "?show=nothing");
  }

  @Test
  @Order(3)
  void whatPeopleReport() {
    look.visit("tips", "/tips");
    assertThat(browser.all(By.tagName("body")).get(0).getText()).contains(HostileCorpus.SCRIPT);
    look.visit("tips-none", "/tips?school=birch-elementary");
    look.visit("tips-mine", "/tips?show=mine");
    look.visit("tip-case", "/cases/" + tipped());
    look.visit("report-staff", "/report");
    look.visit("school-links", "/school-links");
    look.visit(
        "poster",
        "/school-links/" + one("select link_id::text from school_link limit 1") + "/poster");
  }

  private static String tipped() {
    return one("select min(case_id::text) from tip");
  }

  @Test
  @Order(4)
  void picturesThatTheDistrictLooksFor() {
    look.visit("known-pictures-none", "/known-pictures");
    String comment =
        one(
            "select account || e'\\n' || comment_id from review_case where case_id = '"
                + hidden
                + "'");
    String listing = "/comments/" + inAddress(comment) + "/known-picture";
    look.visit("known-picture-none", listing);
    one(
        """
        update revision r set attachments = '{https://pictures.example/%s.png}' from review_case rc
        where rc.case_id = '%s' and r.account = rc.account and r.comment_id = rc.comment_id returning r.account
        """
            .formatted("W".repeat(120), hidden));
    look.visit("known-picture", listing);
    String hostile = (HostileCorpus.SCRIPT + "W".repeat(60)).replace("'", "''");
    one(
        """
        insert into known_picture (name, category, hashes, reason, account, comment_id, added_by)
        select '%1$s', 'threat', repeat('0123456789abcdef', 4), '%1$s' || repeat('W', 200), account, comment_id, 'lopez' from comment
        order by comment_id limit 2 returning name
        """
            .formatted(hostile));
    one(
        """
        update known_picture set removed_by = 'lopez', removed_at = now(), removed_because = name
        where id = (select min(id) from known_picture) returning name
        """);
    look.visit("known-pictures", "/known-pictures");
    pressUnfilled("form[action$=removal] button");
    browser.waitUntilShown(By.cssSelector(".message.problem"), "Say why");
    look.at("known-pictures-mistake");
  }

  @Test
  @Order(5)
  void theSameInSpanish() {
    String spanish = aCaseInSpanish();
    look.inSpanish(
        () -> {
          look.visit("home-es", "/home");
          look.visit("queue-es", "/queue?state=open");
          look.visit("case-es", "/cases/" + threat);
          look.visit("case-hidden-es", "/cases/" + hidden);
          look.visit("case-spanish-es", "/cases/" + spanish);
          look.visit("clocks-es", "/clocks");
          look.soft()
              .assertThat(
                  browser.run(
                      "return document.querySelector('[data-due] b')?.textContent ?? 'En';"))
              .asString()
              .startsWith("En");
          look.visit("tips-es", "/tips");
          look.visit("tip-case-es", "/cases/" + tipped());
          look.visit("my-building-es", "/my-building", 44);
          look.visit("known-pictures-es", "/known-pictures");
          look.visit(
              "known-picture-es",
              "/comments/"
                  + inAddress(
                      one(
                          "select account || e'\\n"
                              + "' || comment_id from review_case where case_id = '"
                              + hidden
                              + "'"))
                  + "/known-picture");
        });
  }

  /** The page in English is for readers of English alone. */
  private String aCaseInSpanish() {
    // The WordPress account is paused by now.
    String text = "Qué mierda de escuela, son unos pendejos y unos hijos de puta";
    stack.practice().write("facebook", "Rosa", text);
    String query =
        "select case_id::text from review_case join revision using (account, comment_id, revision) where body = '"
            + text
            + "'";
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !stack.archive().texts(query).isEmpty());
    look.visit("case-english", "/cases/" + one(query) + "/english");
    return one(query);
  }

  /** Last, because what was read before is decided then. */
  @Test
  @Order(6)
  void manyCasesAtOnce() {
    browser.open(look.address("/queue?state=unconfirmed"));
    browser.run(
        "document.querySelectorAll('[form=bulk]').forEach(box => { box.click(); }); return null;");
    browser.waitFor(By.cssSelector("#bulk button[value=confirm]")).click();
    browser.waitUntilShown(By.tagName("h1"), "cases");
    look.at("bulk-preview");
    press("main form button.primary");
    browser.waitUntilShown(By.tagName("h1"), "done");
    look.at("bulk-done");
    look.inSpanish(
        () -> look.visit("bulk-done-es", one("select '/bulk/' || max(bulk_id::text) from bulk")));
  }
}
