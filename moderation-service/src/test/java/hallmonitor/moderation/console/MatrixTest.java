package hallmonitor.moderation.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.QuarkusParts;
import hallmonitor.moderation.console.Staff.Escalated;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint of the console, by every role, for a case of their own building and of another.
 *
 * <p>An endpoint is one line of {@link #TABLE}. What stands in the columns:
 *
 * <ul>
 *   <li>{@code own}: opens for their own building alone. A case of another one is not found, as one
 *       that never was; a list holds the cases of their own and none of the other's.
 *   <li>{@code all}: opens for both buildings; a list holds the cases of both.
 *   <li>{@code yes}: opens; it is about no building.
 *   <li>{@code -}: their role does not open it.
 *   <li>{@code in}, {@code pwd}: leads to the sign-in page, to the page that changes the password.
 * </ul>
 */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "moderation"))
class MatrixTest {
  private static final List<String> WHO =
      List.of(
          "moderator", "principal", "administrator", "records", "auditor", "newcomer", "nobody");

  private static final String TABLE =
      """
      # moderator, principal, administrator, records officer, auditor, with a first password, signed out; form
      GET  /                                mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /sign-in                         mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes
      POST /sign-out                        mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out in   x=x
      GET  /password                        mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out in
      POST /password                        mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out in   old=x
      GET  /queue                           mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /queue/counts                    mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /events                          mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}                      mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/detail               mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/row                  mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /cases/{id}/decision             mod own  bld own  adm all  rec -    aud -    new pwd  out in   decision=confirm&version=0
      GET  /cases/{id}/concern              mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /cases/{id}/answer               mod own  bld own  adm all  rec -    aud -    new pwd  out in   answer=acknowledge
      POST /cases/{id}/duties/{clock}       mod own  bld own  adm all  rec -    aud -    new pwd  out in   act=done&field-called-at=14:05
      POST /cases/{id}/capture              mod own  bld own  adm all  rec -    aud -    new pwd  out in   reason=Counsel+asked.
      GET  /clocks                          mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /clocks/list                     mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /clocks/alarm                    mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /my-building                     mod -    bld own  adm all  rec -    aud -    new pwd  out in
      GET  /my-building/list                mod -    bld own  adm all  rec -    aud -    new pwd  out in
      GET  /accounts                        mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /policy                          mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /audit                           mod -    bld -    adm all  rec own  aud own  new pwd  out in
      GET  /audit/audit.csv                 mod -    bld -    adm all  rec own  aud own  new pwd  out in
      GET  /dead-letters                    mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      GET  /dead-letters/{id}               mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /dead-letters/{id}               mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=discard&reason=old
      GET  /people                          mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /people                          mod -    bld -    adm yes  rec -    aud -    new pwd  out in   userName=x1&displayName=X&role=auditor
      POST /people/{name}                   mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=role&role=moderator
      """;

  /** What the parts of a path stand for; a new one is named here. */
  private String at(String path, Escalated concerned) {
    String there =
        path.replace("/cases/{id}", "/cases/" + concerned.caseId())
            .replace("{clock}", concerned.clockId().toString())
            .replace("/dead-letters/{id}", "/dead-letters/" + letter)
            .replace("/people/{name}", "/people/lopez");
    assertThat(there)
        .as("say in the matrix what this part of the path stands for")
        .doesNotContain("{");
    return there;
  }

  @Inject ConsoleDatabase database;

  private final Set<UUID> others = new TreeSet<>();
  private Staff staff;
  private Escalated own;
  private Escalated other;
  private String letter;

  /** One line of the table. */
  private record Line(String method, String path, List<String> cells, Map<String, String> form) {
    static Line read(String text) {
      String[] parts = text.strip().split(" +");
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < WHO.size(); i++) {
        cells.add(parts[3 + 2 * i]);
      }
      int end = 2 + 2 * WHO.size();
      return new Line(parts[0], parts[1], cells, parts.length > end ? form(parts[end]) : Map.of());
    }

    private static Map<String, String> form(String text) {
      return Arrays.stream(text.split("&"))
          .map(pair -> pair.split("=", 2))
          .collect(toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    boolean aboutACase() {
      return path.startsWith("/cases/{id}");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static Stream<Line> lines() {
    return TABLE.lines().filter(line -> !line.startsWith("#")).map(Line::read);
  }

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    staff = new Staff(database, seed);
    staff.oneOfEach();
    staff.person("lopez", "moderator");
    own = staff.escalated(Staff.OWN, "immediate");
    other = another("immediate");
    letter =
        database.write(
            h -> {
              // Newer than whatever else happens, so that the first page holds them.
              for (UUID id : List.of(own.caseId(), other.caseId())) {
                h.execute(
                    "insert into audit (at, actor, act, target) values (now() + interval '1 hour', 'x', 'case-read', ?)",
                    id.toString());
              }
              return h.createQuery(
                      """
                      insert into dead_letter (dlq_topic, partition, position, origin, consumer, payload, error, at)
                      values ('a.dlq', 0, 0, 'a', 'moderation', 'x', 'unreadable', now()) returning id
                      """)
                  .mapTo(String.class)
                  .one();
            });
  }

  private Escalated another(String urgency) {
    Escalated made = staff.escalated(Staff.OTHER, urgency);
    others.add(made.caseId());
    return made;
  }

  @Test
  void everyEndpointHasItsLine() {
    assertThat(lines().map(Line::toString))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Endpoints.all());
  }

  @Test
  void everyEndpointAnswersAsItsLineSays() {
    List<String> wrong = new ArrayList<>();
    lines()
        .forEach(
            line -> {
              for (int i = 0; i < WHO.size(); i++) {
                String found = found(line, WHO.get(i));
                if (!found.equals(line.cells().get(i))) {
                  wrong.add(
                      line + " for " + WHO.get(i) + ": " + found + ", not " + line.cells().get(i));
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void aCaseOfAnotherBuildingAnswersAsOneThatNeverWas() {
    Escalated never = new Escalated(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    for (Line line : lines().filter(Line::aboutACase).toList()) {
      for (String who : WHO) {
        Browser browser = browser(who);
        if (!who.equals("administrator")) {
          assertThat(text(ask(browser, line, another("soon"))))
              .as("%s for %s", line, who)
              .isEqualTo(text(ask(browser, line, never)));
        }
      }
    }
  }

  private static String text(Response answer) {
    return answer.statusCode()
        + answer
            .asString()
            .replaceAll("(name=\"form-token\" value|data-now)=\"[^\"]*\"", "")
            .replaceAll("<b>\\d+</b> overdue", "");
  }

  private String found(Line line, String who) {
    Browser browser = browser(who);
    return line.aboutACase() ? aboutACase(line, browser) : aboutNone(line, browser, who);
  }

  /** Each on a case of its own: what one person decides is decided for the next. */
  private String aboutACase(Line line, Browser browser) {
    String here = word(ask(browser, line, staff.escalated(Staff.OWN, "soon")));
    String there = word(ask(browser, line, another("soon")));
    if (here.equals(there)) {
      return here.equals("yes") ? "all" : here;
    }
    return here.equals("yes") && there.equals("404")
        ? "own"
        : here + " here and " + there + " there";
  }

  private String aboutNone(Line line, Browser browser, String who) {
    if (line.path().equals("/events") && !Set.of("newcomer", "nobody").contains(who)) {
      return lists(Heard.first(browser, "/events?since=0"), who);
    }
    Response answer = ask(browser, line, own);
    String word = word(answer);
    return word.equals("yes") && line.method().equals("GET") ? lists(answer.asString(), who) : word;
  }

  /** Of which buildings it holds cases; the frame around every page has alarms of its own. */
  private String lists(String text, String who) {
    if (!who.equals("administrator") && holdsAny(text)) {
      return "the other's";
    }
    String main = text.substring(Math.max(0, text.indexOf("<main")));
    boolean here = main.contains(own.caseId().toString());
    boolean there = main.contains(other.caseId().toString());
    return here ? there ? "all" : "own" : holdsAny(main) ? "the other's" : "yes";
  }

  private boolean holdsAny(String text) {
    return others.stream().anyMatch(id -> text.contains(id.toString()));
  }

  private Response ask(Browser browser, Line line, Escalated concerned) {
    String path = at(line.path(), concerned);
    return line.method().equals("GET") ? browser.get(path) : browser.post(path, line.form());
  }

  private static Browser browser(String who) {
    return who.equals("nobody") ? new Browser() : Browser.signedIn(who);
  }

  private static String word(Response answer) {
    String place = String.valueOf(answer.header("Location"));
    return switch (answer.statusCode()) {
      case 302 -> place.endsWith("/sign-in") ? "in" : place;
      case 303 -> place.endsWith("/password") ? "pwd" : "yes";
      case 200, 409, 422 -> "yes";
      case 403 -> "-";
      default -> Integer.toString(answer.statusCode());
    };
  }
}
