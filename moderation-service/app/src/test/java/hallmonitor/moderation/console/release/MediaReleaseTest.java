package hallmonitor.moderation.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.SchoolYear;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.release.MediaReleaseList;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list is kept by a few, asked by all, and judged by at once. */
@ConsoleTest
class MediaReleaseTest extends NovakAtWork {
  @Inject LiveRules rules;
  @Inject MediaReleaseList list;
  @Inject PublishDesk desk;

  private ConsoleBrowser keeper;

  @BeforeEach
  void keeper() {
    database.write(h -> h.execute("truncate withheld_student, media_release_reminder"));
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("keeper", "records-officer");
    staff.person("own", "records-officer", StaffSeed.OWN);
    keeper = ConsoleBrowser.signedIn("keeper");
    rules.refresh();
  }

  private ConsoleResponse add(String name) {
    return keeper.post("/media-release/list", Map.of("name", name, "year", year().last()));
  }

  private SchoolYear year() {
    return desk.schoolYear();
  }

  private String page() {
    return keeper.get("/media-release/list").asString();
  }

  private static ConsoleResponse ask(ConsoleBrowser who, String name) {
    return who.post("/media-release", Map.of("name", name));
  }

  private List<String> found(String text) {
    return rules
        .get()
        .detectors()
        .detect(Comment.of(text, "Dana Reyes", "", Optional.empty(), "school"))
        .stream()
        .map(Finding::detector)
        .filter("withheld-name"::equals)
        .toList();
  }

  @Test
  void whoIsAddedIsJudgedByAtOnceAndNoLongerAfterRemoval() {
    assertThat(add("Ana Ruiz Mora").statusCode()).isEqualTo(303);
    assertThat(found("Congratulations to Ana Ruiz!")).containsExactly("withheld-name");

    keeper.post(
        "/media-release/list/chosen",
        Map.of("act", "remove", "student", list.all().get(0).id(), "why", "The family agreed."));

    assertThat(list.all()).isEmpty();
    assertThat(found("Congratulations to Ana Ruiz!")).isEmpty();
  }

  @Test
  void anotherInstanceSeesTheChangeAtItsNextLook() {
    list.add(List.of(new MediaReleaseList.NewStudent("Kai Ito", day(-9), day(9))), "brandt");
    rules.refresh();
    assertThat(found("Kai Ito scored twice")).containsExactly("withheld-name");
  }

  private LocalDate day(int after) {
    return desk.today().plusDays(after);
  }

  @Test
  void aRefusalThatEndedIsNotJudgedByAndWaitsForADecision() {
    list.add(List.of(new MediaReleaseList.NewStudent("Kai Ito", day(-9), day(-1))), "brandt");
    rules.refresh();

    assertThat(found("Kai Ito scored twice")).isEmpty();
    assertThat(page()).contains("Refusals that have ended", "Kai Ito");
    assertThat(ask(novak, "Kai Ito").asString()).contains("Ask the office", "ended on");
  }

  @Test
  void namesAreSealedInTheDatabase() {
    add("Ana Ruiz");
    byte[] sealed =
        database.read(
            h -> h.createQuery("select sealed from withheld_student").mapTo(byte[].class).one());
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Ruiz");
    database.write(h -> h.execute("update withheld_student set student_id = gen_random_uuid()"));
    rules.refresh();

    assertThat(list.all().get(0).isReadable()).as("in another row").isFalse();
    assertThat(rules.problems())
        .anySatisfy(p -> assertThat(p.toString()).contains("media-release-key"));
    assertThat(page()).contains("can't be read");
    assertThat(ask(novak, "Kai Ito").asString())
        .doesNotContain("<h2 id=\"answer\" role=\"status\">Yes");
  }

  @Test
  void onlyThoseWhoKeepTheListOfAllSchoolsSeeIt() {
    add("Ana Ruiz");
    assertThat(page()).contains("Ana Ruiz");
    for (String who : List.of("novak", "own")) {
      ConsoleResponse answer = ConsoleBrowser.signedIn(who).get("/media-release/list");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.asString()).doesNotContain("Ruiz");
    }
    assertThat(audited("release-list-read")).containsExactly("keeper  ");
  }

  private List<String> audited(String act) {
    return database.read(
        h ->
            h.createQuery(
                    "select actor || ' ' || target || ' ' || detail from audit where act = :act"
                        + " order by id")
                .bind("act", act)
                .mapTo(String.class)
                .list());
  }

  @Test
  void anyoneMayAskAboutOneStudentAndTheNameIsNotOnRecord() {
    add("Ruiz Mora, Ana");

    assertThat(ask(novak, "ana ruíz").asString())
        .contains("role=\"status\">No<", "A family has refused publication", "ana ruíz")
        .doesNotContain("Mora");
    assertThat(ask(novak, "Kai Ito").asString()).contains("role=\"status\">Yes<");

    String id = list.all().get(0).id().toString();
    assertThat(audited("release-asked"))
        .containsExactly("novak refusal " + id + " No", "novak  Yes");
  }

  @Test
  void aQuestionNeedsAWholeName() {
    for (String name : List.of("", "Ruiz", "A. Ruiz", "x".repeat(101))) {
      assertThat(ask(novak, name).statusCode()).as(name).isEqualTo(422);
    }
    assertThat(audited("release-asked")).isEmpty();
  }

  @Test
  void nobodyReadsTheListByTrying() {
    add("Ana Ruiz");
    database.write(
        h ->
            h.execute(
                "insert into audit (actor, act) select 'novak', 'release-asked' from generate_series(1, 29)"));
    assertThat(ask(novak, "Ana Ruiz").statusCode()).isEqualTo(200);

    ConsoleResponse tooMany = ask(novak, "Ana Ruiz");

    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.asString())
        .contains("Ask the office")
        .doesNotContain("refused publication for");
    assertThat(audited("release-limit")).hasSize(1);
    assertThat(ask(keeper, "Ana Ruiz").statusCode()).as("another person").isEqualTo(200);
  }

  @Test
  void anImportShowsWhatHappensAndStoresNothingBeforeItIsConfirmed() {
    add("Ana Ruiz");
    Map<String, Object> form =
        Map.of("rows", "name,date\nAna Ruiz,\n<b>Kai</b> Ito,\n", "year", year().next().last());
    ConsoleResponse wrong = keeper.post("/media-release/list/import", form);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.asString()).contains("Line 3:", "&lt;b&gt;Kai").doesNotContain("<b>Kai");

    String rows = "name,date\nAna Ruiz,\nKai Ito,2026-08-15\n";
    String preview =
        keeper
            .post("/media-release/list/import", Map.of("rows", rows, "year", year().next().last()))
            .asString();
    assertThat(preview).containsSubsequence("Ana Ruiz", "Renewed", "Kai Ito", "Added");
    assertThat(list.all()).hasSize(1);

    keeper.post(
        "/media-release/list/import",
        Map.of("rows", rows, "year", year().next().last(), "confirmed", true));
    assertThat(list.all())
        .extracting(student -> student.name() + " " + student.until())
        .containsExactlyInAnyOrder(
            "Ana Ruiz " + year().next().last(), "Kai Ito " + year().next().last());
  }

  @Test
  void removalNeedsAReasonAndRenewalAYear() {
    add("Ana Ruiz");
    Object id = list.all().get(0).id();
    assertThat(
            keeper
                .post("/media-release/list/chosen", Map.of("act", "remove", "student", id))
                .statusCode())
        .isEqualTo(422);

    keeper.post(
        "/media-release/list/chosen", Map.of("act", "renew-all", "year", year().next().last()));

    assertThat(list.all().get(0).until()).isEqualTo(year().next().last());
    assertThat(audited("release-renewed")).hasSize(1);
  }
}
