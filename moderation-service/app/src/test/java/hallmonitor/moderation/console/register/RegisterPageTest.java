package hallmonitor.moderation.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ProfileRead;
import hallmonitor.moderation.casework.register.RegisterRules;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.accounts.AccountProfiles;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the way of a finding that the program makes on a page: shown, told, on record, closed. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RegisterPageTest {
  private static final String ACCOUNT = "practice";

  @Inject ConsoleDatabase database;
  @Inject AccountRegister accounts;
  @Inject PageRecordJob job;

  private UUID entry;
  private ConsoleBrowser moderator;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    new StaffSeed(database, seed).oneOfEach();
    RegisterSeed register = new RegisterSeed(database);
    register.nothing();
    entry = register.registered("Mavericks Band");
    database.write(
        h -> h.execute("update register_entry set account = ? where entry_id = ?", ACCOUNT, entry));
    moderator = ConsoleBrowser.signedIn("moderator");
  }

  private RegisterRules rules() {
    return accounts.rules();
  }

  private void says(String text, boolean whole) {
    says(text, whole, Instant.now());
  }

  private void says(String text, boolean whole, Instant at) {
    ProfileRead profile =
        new ProfileRead(
            ACCOUNT,
            "mastodon",
            "Mavericks Band",
            text,
            List.of(rules().districtSite()),
            whole,
            true,
            Optional.empty(),
            at,
            List.of());
    database.write(
        h -> {
          AccountProfiles.put(h, profile);
          return true;
        });
  }

  private String mended() {
    return "Results. " + rules().disclaimer().get("es") + "\n" + rules().contact();
  }

  private String words() {
    return Jsoup.parse(moderator.get("/register/" + entry).asString()).select("main").text();
  }

  private List<Map<String, Object>> recorded() {
    return database.read(
        h ->
            h.select(
                    "select demand, good from register_record where entry_id = ? and by = '' order by record_id",
                    entry)
                .mapToMap()
                .list());
  }

  @Test
  void aPageThatLacksTheDisclaimerIsAFindingThatClosesItselfWhenItIsMended() {
    says("Results of the band.", true);

    assertThat(words())
        .contains(
            "The page lacks the district's disclaimer. Add it, word for word",
            "Read on the page and wrong since",
            "Results of the band.")
        .doesNotContain("Not on record: Disclaimer", "The page has no link to the district's site");

    says(mended(), true);

    assertThat(words())
        .contains("Read on the page and in order on")
        .doesNotContain("The page lacks", "Not on record: Disclaimer");
  }

  @Test
  void whatIsReadIsOnRecordOnceUntilItDiffers() {
    says("Results of the band.", true);
    job.record();
    says("Other results of the band.", true);
    job.record();
    says(mended(), true);
    job.record();

    assertThat(recorded())
        .filteredOn(one -> one.get("demand").equals("disclaimer"))
        .extracting(one -> one.get("good"))
        .containsExactly(false, true);
    assertThat(words()).contains("Disclaimer", "in order, read on the page");
  }

  @Test
  void aFindingIsAsOldAsItsFirstReading() {
    ZoneId zone = accounts.district().timeZone();
    Instant then = Instant.now().minus(Duration.ofDays(20));
    says("Results of the band.", true, then);
    job.record();

    says("Results of the band.", true);

    LocalDate since = LocalDate.ofInstant(then, zone);
    assertThat(accounts.one(entry, Scope.EVERYWHERE, ""))
        .get()
        .satisfies(
            account ->
                assertThat(account.gaps())
                    .filteredOn(gap -> gap.about().equals("disclaimer"))
                    .extracting(gap -> gap.since())
                    .containsExactly(since));
  }

  @Test
  void aPersonsEarlierCheckHidesNoFindingAndNothingIsConcludedFromAPart() {
    says("Results of the band.", false);
    assertThat(words())
        .contains("Not on record: Disclaimer", "Only a part of it could be read.")
        .doesNotContain("The page lacks");
    assertThat(
            moderator
                .post(
                    "/register/" + entry + "/records",
                    Map.of(
                        "demand", "disclaimer",
                        "found", "good",
                        "seen", "It is there.",
                        "day", accounts.today().toString()))
                .statusCode())
        .isEqualTo(303);
    assertThat(words()).doesNotContain("Not on record: Disclaimer");

    says("Results of the band.", true);

    assertThat(words()).contains("The page lacks the district's disclaimer");
  }

  @Test
  void aPageThatWasNotReadIsAPersonsWork() {
    assertThat(words()).contains("Not on record: Disclaimer", "The page was not read yet");
    job.record();
    assertThat(recorded()).isEmpty();
  }

  @Test
  void anOlderReadingDoesNotReplaceANewerOne() {
    says(mended(), true);
    says("Results of the band.", true, Instant.now().minusSeconds(3_600));

    assertThat(words()).doesNotContain("The page lacks");
  }

  @Test
  void hostileWordsAreOnlyText() {
    says("<script>alert(1)</script> \u202e =cmd|' 309-555-0199", true);

    assertThat(moderator.get("/register/" + entry).asString())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert(1)");
  }

  @Test
  void theFileSaysWhenThePageWasReadAndWhatIsWrongThere() {
    says("Call Dana, 309-555-0199", true);

    assertThat(moderator.get("/register/register.csv").asString())
        .contains("Page read on", "Wrong on the page", "309-555-0199", "wrong (read)");
  }
}
