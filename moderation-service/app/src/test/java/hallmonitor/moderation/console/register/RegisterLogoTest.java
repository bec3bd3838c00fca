package hallmonitor.moderation.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ProfileRead;
import hallmonitor.contract.event.ProfileRead.Picture;
import hallmonitor.messaging.picture.PicturePrints;
import hallmonitor.moderation.casework.register.DrawnLogo;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.drafting.DocumentFiles;
import hallmonitor.moderation.pipeline.rules.AccountsFile;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.accounts.AccountProfiles;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the way from the logo that the file names to what the register says of an account. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RegisterLogoTest {
  private static final String ACCOUNT = "practice";
  private static final String WRONG = "The account's picture is not like the district's logo.";
  private static final String ASKED = "Not on record: Logo";

  @Inject ConsoleDatabase database;
  @Inject LiveRules live;
  @Inject DocumentFiles files;
  @Inject AccountRegister accounts;
  @Inject PageRecordJob job;

  private Path file;
  private String before;
  private UUID entry;
  private ConsoleBrowser moderator;

  @BeforeEach
  void start() throws IOException {
    file = live.folder().resolve(AccountsFile.NAME);
    before = Files.exists(file) ? Files.readString(file) : AccountsFile.shipped();
    Files.write(live.folder().resolve("logo.png"), DrawnLogo.round().png());
    write("logo: logo.png\n" + before);
    Seed seed = new Seed(database);
    seed.nothing();
    new StaffSeed(database, seed).oneOfEach();
    RegisterSeed register = new RegisterSeed(database);
    register.nothing();
    entry = register.registered("Mavericks Band");
    register.page(entry, ACCOUNT, "News.", Instant.now().minus(Duration.ofDays(9)));
    moderator = ConsoleBrowser.signedIn("moderator");
  }

  @AfterEach
  void restore() throws IOException {
    write(before);
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
    files.refresh();
  }

  private void shows(DrawnLogo picture, boolean profile, Instant at) {
    List<String> prints = List.copyOf(PicturePrints.of(picture.wide(200).jpeg(0.8f)));
    ProfileRead read =
        new ProfileRead(
            ACCOUNT,
            "mastodon",
            "",
            "News.",
            List.of(),
            true,
            true,
            Optional.empty(),
            at,
            List.of(new Picture("https://files.example/<b>.png", profile, prints)));
    database.write(
        h -> {
          AccountProfiles.put(h, read);
          return true;
        });
  }

  private void shows(DrawnLogo picture) {
    shows(picture, true, Instant.now());
  }

  private String words() {
    return Jsoup.parse(moderator.get("/register/" + entry).asString()).select("main").text();
  }

  private void looked(LocalDate day) {
    moderator.post(
        "/register/" + entry + "/records",
        Map.of("demand", "logo", "found", "good", "seen", "In its head.", "day", day.toString()));
  }

  @Test
  void theLogoOfAnAccountIsFoundWithoutAPerson() {
    assertThat(words()).contains(ASKED);

    shows(DrawnLogo.round().cutCircle());

    assertThat(words()).doesNotContain(ASKED, WRONG).contains("https://files.example/<b>.png");
  }

  @Test
  void anotherPictureIsAFindingUntilTheLogoIsThere() {
    shows(DrawnLogo.square());
    assertThat(words()).contains(WRONG);

    shows(DrawnLogo.round());

    assertThat(words()).doesNotContain(WRONG, ASKED);
  }

  @Test
  void whoLookedAfterTheProgramHasTheLastWordUntilTheLogoWasThereInBetween() {
    shows(DrawnLogo.square(), true, Instant.now().minus(Duration.ofDays(4)));
    job.record();
    looked(accounts.today().minusDays(2));
    shows(DrawnLogo.square());
    assertThat(words()).doesNotContain(WRONG);

    shows(DrawnLogo.round());
    job.record();
    shows(DrawnLogo.photo(1));

    assertThat(words()).contains(WRONG);
  }

  @Test
  void thePictureOfASiteThatHasNoneOfItsOwnLeavesItToAPerson() {
    shows(DrawnLogo.square(), false, Instant.now());

    assertThat(words()).contains(ASKED).doesNotContain(WRONG);
  }

  @Test
  void withoutALogoInTheFileAPersonIsAsked() throws IOException {
    write(before);
    shows(DrawnLogo.square());

    assertThat(words()).contains(ASKED).doesNotContain(WRONG);
  }
}
