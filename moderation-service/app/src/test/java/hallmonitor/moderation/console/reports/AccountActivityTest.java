package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.register.RegisterSeed;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a connected account in the register shows what happened there. */
@ConsoleTest
class AccountActivityTest extends ReportTests {
  private UUID entry;

  @BeforeEach
  void aRegisteredAccount() {
    RegisterSeed register = new RegisterSeed(database);
    register.nothing();
    entry = register.registered("Practice page");
    register.page(entry, "practice", "Our page", Instant.parse("2026-01-05T12:00:00Z"));
  }

  private String activity(ConsoleBrowser who) {
    return Jsoup.parse(who.get("/register/" + entry).asString()).select("#activity").text();
  }

  @Test
  void volumesCasesHidesAndAuthorsOfTheLast30DaysStandThere() {
    reports.judged("fine", "allow", "", 0);
    reports.judged("fine", "allow", "", 3);
    reports.judged("practice-facebook", "fine", "allow", "", 1);
    reports.hiddenByThePolicyAfter(
        seed.aCase("1").by("Dana").decided("restored").aged(Duration.ofDays(2)).there(), 3);
    reports.hiddenByThePolicyAfter(seed.aCase("2").by("Dana").there(), 3);
    seed.aCase("3").by("Kai").judged("review", "4.1").there();
    counting.count();

    assertThat(activity(novak))
        .contains("Cases 3", "Hidden by the policy 2", "Of these, restored by a person 1")
        .contains("Authors 2; 1 wrote on more than one day", "2.1");
  }

  @Test
  void silenceIsCountedFromTheFirstCommentToYesterday() {
    reports.judged("fine", "allow", "", 5);
    reports.judged("fine", "allow", "", 0);
    counting.count();

    assertThat(activity(novak))
        .contains("Days without a comment 4, at most 4 in a row, the last 4 until yesterday");
  }

  @Test
  void ofVeryManyCommentsOnlyTheNewestAreLookedAtAndThePageSaysSo() {
    reports.judged("fine", "allow", "", 1);
    counting.count();
    database.write(
        h ->
            h.execute(
                """
                insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
                  visibility_at, latest_revision, latest_text, first_seen_at, changed_at)
                select 'practice', 'many-' || i, 'x', 'p', case i when 1 then 'name:' else 'id:7' end, '', 'visible',
                  now(), 'r', 'text', now() - i * interval '1 millisecond', now()
                from generate_series(1, 10001) i
                """));

    assertThat(activity(novak)).contains("of the newest 10000 comments");
  }

  @Test
  void anAccountWithoutCommentsSaysSo() {
    assertThat(activity(novak)).contains("Nothing was written here in these days");
  }

  @Test
  void whoSeesAnotherSchoolOnlySeesNoFigures() {
    new StaffSeed(database, seed).person("park", "building-administrator", StaffSeed.OTHER);
    database.write(h -> h.execute("update register_entry set filed_by = 'park'"));

    assertThat(activity(ConsoleBrowser.signedIn("park"))).isEmpty();
  }
}
