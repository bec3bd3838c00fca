package hallmonitor.moderation.casework.register;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.watch.WatchRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a page shows of what the district asks, and what cannot be told from it. */
class PageComparisonTest {
  private static final String ENGLISH =
      "Comments are moderated under the district's written policy - and not before.";
  private static final String SPANISH = "Los comentarios se moderan según la política escrita.";
  private static final String CONTACT = "Maple Valley, 309-555-0100, info@maple.example";

  private String text = "";
  private List<String> links = List.of();
  private boolean whole = true;
  private boolean allLinks = true;
  private Optional<Integer> room = Optional.empty();
  private String contact = CONTACT;
  private Set<String> logo = Set.of();
  private List<SeenPicture> pictures = List.of();

  private Map<AccountDemand, PageFinding> found() {
    RegisterRules rules =
        new RegisterRules(
            Map.of("en", ENGLISH, "es", SPANISH),
            "https://www.maple.example/schools/",
            Map.of("maple-high", "http://high.example"),
            contact,
            logo,
            "",
            7,
            7,
            14,
            WatchRules.DEFAULT,
            Map.of());
    SeenPage page =
        new SeenPage("Maple", text, links, whole, allLinks, room, Instant.EPOCH, pictures);
    return PageComparison.of(page, rules, "maple-high");
  }

  private Optional<Boolean> good(AccountDemand demand) {
    return Optional.ofNullable(found().get(demand)).map(PageFinding::good);
  }

  @Test
  void theDisclaimerIsFoundInEitherLanguageHoweverItsLinesAndQuotesAreSet() {
    assertThat(good(AccountDemand.DISCLAIMER)).contains(false);

    text =
        "News.\nComments are moderated\u00a0under the\n  district\u2019s written policy \u2013 and not before.";
    assertThat(good(AccountDemand.DISCLAIMER)).contains(true);

    text = "Noticias. " + SPANISH;
    assertThat(found().get(AccountDemand.DISCLAIMER)).isEqualTo(new PageFinding(true, SPANISH));
  }

  private static SeenPicture picture(String name, boolean profile, String... prints) {
    return new SeenPicture("https://files.example/" + name, profile, List.of(prints));
  }

  @Test
  void aPictureOfThePageWhosePrintDiffersInFewBitsIsTheLogo() {
    logo = Set.of("f".repeat(64));
    pictures =
        List.of(
            picture("head.png", false, "0"),
            picture("icon.png", false, "0", "f".repeat(52) + "0".repeat(12)));

    assertThat(found().get(AccountDemand.LOGO))
        .isEqualTo(new PageFinding(true, "https://files.example/icon.png"));

    pictures = List.of(picture("icon.png", true, "f".repeat(51) + "7" + "0".repeat(12)));
    assertThat(good(AccountDemand.LOGO)).contains(false);
  }

  @Test
  void onlyThePictureThatStandsForAnAccountCanLackTheLogo() {
    logo = Set.of("f".repeat(64));
    pictures = List.of(picture("head.png", false, "0"));
    assertThat(found()).doesNotContainKey(AccountDemand.LOGO);

    pictures = List.of(picture("head.png", false, "0"), picture("avatar.png", true, "0"));
    assertThat(found().get(AccountDemand.LOGO))
        .isEqualTo(new PageFinding(false, "https://files.example/avatar.png"));
  }

  @Test
  void withoutAPictureOfTheLogoOrOfThePageAPersonLooks() {
    assertThat(found()).doesNotContainKey(AccountDemand.LOGO);
    pictures = List.of(picture("avatar.png", true, "0"));
    assertThat(found()).doesNotContainKey(AccountDemand.LOGO);
    logo = Set.of("f".repeat(64));
    pictures = List.of();
    assertThat(found()).doesNotContainKey(AccountDemand.LOGO);
  }

  @Test
  void oneOtherWordIsAnotherDisclaimer() {
    text = ENGLISH.replace("written", "spoken");

    assertThat(found().get(AccountDemand.DISCLAIMER)).isEqualTo(new PageFinding(false, text));
  }

  @Test
  void nothingIsMissedWhereOnlyAPartWasReadOrThePlatformHasNoRoom() {
    whole = false;
    assertThat(found()).doesNotContainKeys(AccountDemand.DISCLAIMER, AccountDemand.CONTACT_DETAILS);

    whole = true;
    room = Optional.of(20);
    assertThat(found()).doesNotContainKeys(AccountDemand.DISCLAIMER, AccountDemand.CONTACT_DETAILS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.maple.example/schools",
        "http://maple.example/schools/?from=page",
        "HTTPS://MAPLE.EXAMPLE/schools/high#top"
      })
  void aLinkToTheDistrictsSiteLeadsThereOrBelow(String link) {
    links = List.of("https://elsewhere.example", link);

    assertThat(found().get(AccountDemand.DISTRICT_LINK)).isEqualTo(new PageFinding(true, link));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://maple.example",
        "https://maple.example/schoolsale",
        "https://maple.example.evil.example/schools",
        "https://evil.example/?https://maple.example/schools",
        "javascript:maple.example/schools",
        "https://maple.example@evil.example/schools",
        "https://[/schools"
      })
  void aLinkToAnotherSiteDoesNot(String link) {
    links = List.of(link);

    assertThat(good(AccountDemand.DISTRICT_LINK)).contains(false);
  }

  @Test
  void aLinkIsNotMissedWhereThePlatformKeepsSomeOfThem() {
    allLinks = false;
    assertThat(found()).doesNotContainKeys(AccountDemand.DISTRICT_LINK, AccountDemand.SCHOOL_LINK);

    links = List.of("https://high.example/");
    assertThat(good(AccountDemand.SCHOOL_LINK)).contains(true);
  }

  @Test
  void theDistrictsContactDetailsMayStandInLinksAndInAnyForm() {
    text = "Call +1 (309) 555-0100";
    links = List.of("mailto:Info@Maple.example?subject=Hello");

    assertThat(good(AccountDemand.CONTACT_DETAILS)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dana.reyes@gmail.example", "309-555-0199", "(309) 555 0199", "+52 55 1234 5678"})
  void anotherNumberOrAddressIsWrongEvenIfOnlyAPartWasRead(String personal) {
    whole = false;
    text = CONTACT + ". Coach: " + personal;

    assertThat(found().get(AccountDemand.CONTACT_DETAILS))
        .isEqualTo(new PageFinding(false, personal));
  }

  @Test
  void namesOfAccountsAndOtherNumbersAreNoContactDetails() {
    text = CONTACT + ". @high@social.example, 2026-11-30, 1234567890, 12-34-5678, $309.555.0199";

    assertThat(good(AccountDemand.CONTACT_DETAILS)).contains(true);
  }

  @Test
  void theDistrictsDetailsAreMissedOnAPageWithoutThem() {
    text = "News for families.";
    assertThat(found().get(AccountDemand.CONTACT_DETAILS))
        .isEqualTo(new PageFinding(false, "News for families."));

    contact = "Ask at the office.";
    text = "Ask at\nthe office.";
    assertThat(good(AccountDemand.CONTACT_DETAILS)).contains(true);
  }

  @Test
  void whatTheFileDoesNotNameIsAskedOfAPerson() {
    contact = "";

    assertThat(found()).doesNotContainKey(AccountDemand.CONTACT_DETAILS);
  }

  @Test
  void aHugeHostilePageIsComparedAndOnlyAShortPartIsKept() {
    text = ("a".repeat(60) + "@b.").repeat(100) + "+1".repeat(4_000);
    links = List.of("https://" + "a.".repeat(400));

    found().values().forEach(one -> assertThat(one.seen().length()).isLessThanOrEqualTo(201));
  }
}
