package hallmonitor.moderation.console.menu;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the menu has what a role needs, and counts what waits. */
@ConsoleTest
class MenuTest extends NovakAtWork {
  private static final Pattern LABEL = Pattern.compile("class=\"label\">([^<]+)<");
  private static final Pattern WITHIN = Pattern.compile("(?s)<ul class=\"within\">(.*?)</ul>");
  private static final Pattern PAGE = Pattern.compile("<a href=\"([^\"]+)\"");

  private StaffSeed staff;

  @BeforeEach
  void people() {
    staff = new StaffSeed(database, seed);
    staff.oneOfEach();
  }

  @Test
  void eachRoleSeesWhatItNeeds() {
    assertThat(areas("moderator", "/queue"))
        .containsExactly("Home", "Queue", "Posts", "Reports", "Settings");
    assertThat(areas("principal", "/queue"))
        .containsExactly("My schools", "Queue", "Posts", "Reports", "Account register");
    assertThat(areas("administrator", "/queue"))
        .containsExactly("Home", "Queue", "Posts", "Reports", "Records", "Settings");
    assertThat(areas("records", "/queue"))
        .containsExactly("Home", "Queue", "Posts", "Reports", "Records", "Settings");
  }

  @Test
  void settingsAreOneAreaWithWhatTheRoleMayOpen() {
    assertThat(within("administrator", "/accounts"))
        .containsExactly(
            "/accounts",
            "/register",
            "/known-pictures",
            "/people",
            "/policy",
            "/proposals",
            "/audit",
            "/troubles",
            "/dead-letters");
    assertThat(within("moderator", "/accounts"))
        .containsExactly(
            "/accounts", "/register", "/known-pictures", "/policy", "/proposals", "/troubles");
    assertThat(within("auditor", "/audit"))
        .containsExactly("/accounts", "/register", "/policy", "/proposals", "/audit", "/troubles");
  }

  @Test
  void onlyThoseWhoKeepTheListOfStudentsSeeItInTheMenu() {
    assertThat(within("principal", "/posts"))
        .containsExactly("/posts", "/planned-posts", "/media-release", "/guidance");
    assertThat(within("records", "/posts")).as("of one school").hasSize(4);
    assertThat(within("administrator", "/media-release/list"))
        .containsExactly(
            "/posts", "/planned-posts", "/media-release", "/media-release/list", "/guidance");
  }

  @Test
  void whoMaySeeRecordsSearchesThemAndTheirEvidence() {
    assertThat(within("records", "/search"))
        .containsExactly("/search", "/requests", "/records", "/evidence");
    assertThat(within("auditor", "/records"))
        .containsExactly("/search", "/requests", "/records", "/evidence");
  }

  @Test
  void whatNeedsConfirmationIsAListOfTheQueue() {
    assertThat(within("moderator", "/queue"))
        .contains("/queue", "/queue?state=unconfirmed", "/clocks", "/appeals");
    assertThat(page("moderator", "/queue?state=unconfirmed"))
        .contains("<a href=\"/queue?state=unconfirmed\" aria-current=\"page\">")
        .doesNotContain("<a href=\"/queue\" aria-current=\"page\">");
  }

  @Test
  void urgentCasesInScopeAreCounted() {
    staff.escalated(StaffSeed.OWN, "immediate");
    staff.escalated(StaffSeed.OTHER, "immediate");

    assertThat(page("principal", "/queue"))
        .contains("data-count=\"urgent\"><b>1</b><span class=\"unseen\"> urgent</span>");
    assertThat(page("administrator", "/reports")).contains("data-count=\"urgent\"><b>2</b>");
  }

  private List<String> areas(String role, String path) {
    return LABEL.matcher(page(role, path)).results().map(found -> found.group(1)).toList();
  }

  private List<String> within(String role, String path) {
    String list = WITHIN.matcher(page(role, path)).results().findFirst().orElseThrow().group(1);
    return PAGE.matcher(list).results().map(found -> found.group(1)).toList();
  }

  private static String page(String role, String path) {
    return ConsoleBrowser.signedIn(role).get(path).asString();
  }
}
