package hallmonitor.moderation.console;

import static hallmonitor.moderation.console.Matrix.WHO;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.Matrix.Line;
import hallmonitor.moderation.console.MatrixSeed.There;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.Heard;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests every endpoint of the console, for every role, with their own building and with another.
 */
@ConsoleTest
@TestProfile(FullDistrict.class)
class MatrixTest {
  @Inject ConsoleDatabase database;
  @Inject SearchIndexJob search;

  /** Forms that may end a session. */
  private static final List<String> END_SESSIONS =
      List.of("/sign-out", "/sign-in", "/password", "/security", "/people");

  /** Words for answers that change nothing. */
  private static final Set<String> REFUSALS = Set.of("in", "pwd", "-", "404");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Set<UUID> others = new TreeSet<>();
  private final Set<UUID> ofOtherAccounts = new TreeSet<>();
  private final Map<String, ConsoleBrowser> signedIn = new HashMap<>();
  private final Map<String, There> toRead = new HashMap<>();
  private final Map<String, There> untouched = new HashMap<>();
  private MatrixSeed seed;
  private There own;
  private There other;

  @BeforeEach
  void start() throws SQLException {
    seed = new MatrixSeed(database);
    seed.start();
    other = another("immediate");
    own = seed.in(StaffSeed.OWN, "immediate");
    Stream.of(own, other).map(There::caseId).forEach(seed::readLater);
    search.catchUp();
  }

  private There another(String urgency) {
    There made = seed.in(StaffSeed.OTHER, urgency);
    others.add(made.caseId());
    return made;
  }

  @Test
  void everyEndpointHasItsLine() {
    assertThat(Matrix.lines().stream().map(Line::toString))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ConsoleEndpoints.all());
  }

  @Test
  void everyEndpointAnswersAsItsLineSays() {
    List<String> wrong = new ArrayList<>();
    // Lists come first, while each is short enough to contain everything.
    for (boolean inABuilding : List.of(false, true)) {
      Matrix.lines().stream()
          .filter(line -> line.isInABuilding() == inABuilding)
          .forEach(line -> WHO.forEach(who -> compare(line, who, wrong)));
    }
    assertThat(wrong).isEmpty();
  }

  private void compare(Line line, String who, List<String> wrong) {
    String found = found(line, who);
    if (!found.equals(line.cell(who))) {
      wrong.add(line + " for " + who + ": " + found + ", not " + line.cell(who));
    }
  }

  @Test
  void whatIsAnotherBuildingsAnswersAsWhatNeverWas() {
    There toChange = another("soon");
    for (Line line : Matrix.lines().stream().filter(Line::isInABuilding).toList()) {
      for (String who : WHO) {
        ConsoleBrowser browser = signedIn(who);
        if (!who.equals("administrator")) {
          assertThat(text(ask(browser, line, line.isGet() ? other : toChange)))
              .as("%s for %s", line, who)
              .isEqualTo(text(ask(browser, line, There.never())));
        }
      }
    }
  }

  @Test
  void anAccountOfTheSameSchoolIsNotFoundByWhoIsInChargeOfAnother() {
    ConsoleBrowser browser = signedIn("accounts");
    for (Line line : Matrix.lines()) {
      if (line.path().startsWith("/accounts/{id}") && line.opens("accounts")) {
        String path = line.path().replace("{id}", MatrixSeed.OTHER_ACCOUNT);
        assertThat(line.isGet() ? browser.get(path) : browser.post(path, Matrix.form("x=x")))
            .as("%s", line)
            .returns(404, ConsoleResponse::statusCode);
      }
    }
    assertThat(browser.get("/accounts").asString())
        .contains("account-" + MatrixSeed.OWN_ACCOUNT + "\"")
        .doesNotContain("account-" + MatrixSeed.OTHER_ACCOUNT + "\"");
  }

  private static String text(ConsoleResponse answer) {
    return answer.statusCode()
        + answer
            .asString()
            .replaceAll("(name=\"form-token\" value|data-now)=\"[^\"]*\"", "")
            .replaceAll("data-count=\"\\w+\"( hidden)?><b>\\d+</b>", "");
  }

  private String found(Line line, String who) {
    ConsoleBrowser browser = signedIn(who);
    String found =
        line.isInABuilding() ? inABuilding(line, browser, who) : elsewhere(line, browser, who);
    if (!line.isGet() && END_SESSIONS.stream().anyMatch(line.path()::startsWith)) {
      signedIn.clear();
    }
    return found;
  }

  private String inABuilding(Line line, ConsoleBrowser browser, String who) {
    String here = asked(line, browser, who, "here", this::made);
    String elsewhere = who.equals("accounts") ? "other account" : "other building";
    String there = asked(line, browser, who, elsewhere, () -> notTheirs(who));
    if (here.equals(there)) {
      return here.equals("yes") ? "all" : here;
    }
    return here.equals("yes") && there.equals("404")
        ? "own"
        : here + " here and " + there + " there";
  }

  /**
   * Each decision on its own object, because it affects the next person's; what is only read, or
   * refused, is left for the next one.
   */
  private String asked(
      Line line, ConsoleBrowser browser, String who, String where, Supplier<There> made) {
    if (line.isGet()) {
      There read = toRead.computeIfAbsent(where, any -> made.get());
      return word(ask(browser, line, read), who);
    }
    There object = untouched.computeIfAbsent(where, any -> made.get());
    String word = word(ask(browser, line, object), who);
    if (!REFUSALS.contains(word)) {
      untouched.remove(where);
    }
    return word;
  }

  private There made() {
    return seed.in(StaffSeed.OWN, "soon");
  }

  /** Who is limited to accounts finds nothing of another account of the same school either. */
  private There notTheirs(String who) {
    if (!who.equals("accounts")) {
      return another("soon");
    }
    There made = seed.in(StaffSeed.OWN, MatrixSeed.OTHER_ACCOUNT, "soon");
    ofOtherAccounts.add(made.caseId());
    return made;
  }

  private String elsewhere(Line line, ConsoleBrowser browser, String who) {
    if (line.path().equals("/events") && line.opens(who)) {
      return lists(Heard.first(browser, "/events?since=0"), who);
    }
    ConsoleResponse answer = ask(browser, line, own);
    String word = word(answer, who);
    return word.equals("yes") && answer.statusCode() == 200 ? lists(answer.asString(), who) : word;
  }

  /**
   * Returns the buildings that it contains; ignores the frame around every page, which has alarms
   * of its own.
   */
  private String lists(String text, String who) {
    String main = text.substring(Math.max(0, text.indexOf("<main")));
    boolean here = holds(main, own, StaffSeed.OWN);
    boolean there = holds(main, other, StaffSeed.OTHER);
    if (there) {
      return who.equals("administrator") ? "all" : "the other's";
    }
    return here ? "own" : "yes";
  }

  private static boolean holds(String text, There it, String building) {
    return text.contains(it.caseId().toString()) || text.contains(MatrixSeed.words(building));
  }

  private ConsoleResponse ask(ConsoleBrowser browser, Line line, There it) {
    String path = seed.at(line.path(), it);
    String fields =
        line.fields()
            .replace("{own}", own.caseId().toString())
            .replace("{other}", other.caseId().toString())
            .replace("{any}", UUID.randomUUID().toString())
            .replace("{version}", seed.version);
    return line.isGet()
        ? browser.get(fields.isEmpty() ? path : path + "?" + Matrix.query(fields))
        : browser.post(path, Matrix.form(fields));
  }

  /** Signs in once for many lines: that takes two requests. What a page sets stays in the copy. */
  private ConsoleBrowser signedIn(String who) {
    return signedIn.computeIfAbsent(who, MatrixTest::browser).copy();
  }

  private static ConsoleBrowser browser(String who) {
    return who.equals("nobody") ? new ConsoleBrowser() : ConsoleBrowser.signedIn(who);
  }

  private boolean isHiddenFrom(String who, UUID id) {
    return others.contains(id) || who.equals("accounts") && ofOtherAccounts.contains(id);
  }

  private String word(ConsoleResponse answer, String who) {
    String place = String.valueOf(answer.header("Location"));
    String said = answer.asString() + place;
    if (!who.equals("administrator")
        && ID.matcher(said)
            .results()
            .anyMatch(found -> isHiddenFrom(who, UUID.fromString(found.group())))) {
      return "the other's";
    }
    return switch (answer.statusCode()) {
      case 302 -> place.endsWith("/sign-in") ? "in" : "yes";
      case 303 -> place.endsWith("/password") ? "pwd" : "yes";
      case 200, 204, 409, 422 -> "yes";
      case 403 -> "-";
      default -> Integer.toString(answer.statusCode());
    };
  }
}
