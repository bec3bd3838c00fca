package hallmonitor.moderation.training.decisions;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Fixtures;
import hallmonitor.moderation.pipeline.SeenComment;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.training.Corpus;
import hallmonitor.settings.tool.Tool;
import hallmonitor.testparts.Parts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real tables, filled by the real pipeline and by real decisions. */
class ExportDecisionsTest {
  private static final Path SHIPPED = Path.of("../../deploy/config");

  @TempDir Path temporary;
  private final Stage stage = new Stage();
  private final CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... more) {
    Map<String, String> environment =
        Map.of(
            "QUARKUS_DATASOURCE_USERNAME",
            "postgres",
            "QUARKUS_DATASOURCE_PASSWORD",
            Parts.shared().passwords().superuser());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                folder().toString(),
                "--config",
                SHIPPED.toString(),
                "--data",
                temporary.resolve("data").toString(),
                "--database",
                stage.database.jdbcUrl()));
    arguments.addAll(List.of(more));
    PrintStream out = new PrintStream(said, true, UTF_8);
    return Tool.run(
        new ExportDecisions(environment::get, out), out, out, arguments.toArray(String[]::new));
  }

  private Path folder() {
    return temporary.resolve("own");
  }

  /** Returns the labels of each exported text. */
  private Map<String, String> exported(String... more) throws Exception {
    assertThat(run(more)).as("%s", said).isZero();
    Corpus corpus = Corpus.read(folder());
    assertThat(corpus.problems()).isEmpty();
    return corpus.rows().stream()
        .collect(
            Collectors.toMap(
                row -> row.comment().text(),
                row ->
                    row.labels().stream()
                        .map(label -> label.label())
                        .sorted()
                        .collect(Collectors.joining(" "))));
  }

  private static UUID caseOf(String comment) {
    return CaseIds.ofCase(new CommentKey("practice", comment));
  }

  private void decide(String comment, Decision.Kind kind, String by) {
    decide(comment, kind, by, Optional.empty());
  }

  private void decide(String comment, Decision.Kind kind, String by, Optional<Clause> clause) {
    int version =
        stage.database.one(
            "select version from review_case where comment_id = '" + comment + "'", Integer.class);
    cases.decide(new Decision(caseOf(comment), version, kind, by, clause, ""));
  }

  private void closed(String comment, boolean falseAlarm) throws Exception {
    UUID escalation =
        stage.database.one(
            "select escalation_id from escalation_state where case_id = '" + caseOf(comment) + "'",
            UUID.class);
    stage.hear(
        new Closed(
            escalation,
            caseOf(comment),
            "okafor",
            "Spoke with both.",
            falseAlarm,
            SeenComment.NOON.plusSeconds(600)));
  }

  private void sql(String statement) {
    stage.database.jdbi().useHandle(h -> h.execute(statement));
  }

  @Test
  void everyKindOfDecisionBecomesARow() throws Exception {
    stage.receive(
        aComment("1").saying("damn, what a game"),
        aComment("2").saying("you idiot"),
        aComment("3").saying("what an idiot I was"),
        aComment("4").saying("damn you, you will pay"),
        aComment("5").saying("damn, nobody looked"),
        aComment("6").saying("let us shoot hoops"),
        aComment("7").saying("I will shoot you"),
        aComment("8").saying("Go Mavericks!"));
    decide("1", Decision.Kind.DISMISS, "novak");
    decide("2", Decision.Kind.CONFIRM, "novak");
    decide("3", Decision.Kind.RESTORE, "novak");
    decide("4", Decision.Kind.HIDE, "novak", Optional.of(Fixtures.POLICY.clauses().get(1)));
    closed("6", true);
    closed("7", false);
    sql("insert into quality_day (day, seed, population) values ('2026-10-01', 's', 1)");
    sql(
        """
        insert into quality_sample (day, position, account, comment_id, revision, policy_version, model_version,
          judged_by, judged_at, allowed_right, category)
        values ('2026-10-01', 0, 'practice', '8', 'r1', '', '', 'novak', now(), false, 'spam')
        """);

    assertThat(exported())
        .containsOnly(
            Map.entry("damn, what a game", ""),
            Map.entry("you idiot", "bullying"),
            Map.entry("what an idiot I was", ""),
            Map.entry("damn you, you will pay", "bullying"),
            Map.entry("let us shoot hoops", ""),
            Map.entry("I will shoot you", "threat"),
            Map.entry("Go Mavericks!", "spam"));
    assertThat(said.toString(UTF_8))
        .contains(
            "7 comments on which people decided",
            "3 harmless",
            "2 bullying",
            "No decided comment was left out.",
            "3 cases wait for a person",
            "deploy/train --add " + folder(),
            "CONFIDENTIAL");
  }

  @Test
  void anUndoneDecisionCountsByItsLastState() throws Exception {
    stage.receive(
        aComment("1").saying("you idiot"),
        aComment("2").saying("such an idiot"),
        aComment("3").saying("an idiot again"));
    decide("1", Decision.Kind.CONFIRM, "novak");
    decide("1", Decision.Kind.UNDO, "novak");
    decide("1", Decision.Kind.RESTORE, "brandt");
    decide("2", Decision.Kind.CONFIRM, "novak");
    decide("2", Decision.Kind.UNDO, "novak");
    // This undo hides the comment again, which is not a decision.
    decide("3", Decision.Kind.RESTORE, "novak");
    decide("3", Decision.Kind.UNDO, "novak");
    decide("3", Decision.Kind.RESTORE, "brandt");

    assertThat(exported())
        .containsOnly(Map.entry("you idiot", ""), Map.entry("an idiot again", ""));
  }

  @Test
  void whatTwoPeopleDisagreeOnIsLeftOutAndCounted() throws Exception {
    stage.receive(
        aComment("1").saying("you idiot"),
        aComment("2").saying("such an idiot"),
        aComment("3").saying("they beats me"));
    decide("1", Decision.Kind.CONFIRM, "novak");
    decide("1", Decision.Kind.RESTORE, "brandt");
    decide("2", Decision.Kind.CONFIRM, "novak");
    decide("2", Decision.Kind.RESTORE, "novak");
    decide("3", Decision.Kind.DISMISS, "novak");
    closed("3", false);

    assertThat(exported()).containsOnly(Map.entry("such an idiot", ""));
    assertThat(said.toString(UTF_8)).containsPattern("2 people disagree");
  }

  @Test
  void anEditBeforeTheDecisionAHoldAndADisposalLeaveACommentOut() throws Exception {
    SeenComment edited = aComment("1").saying("you idiot");
    stage.receive(
        edited,
        edited.editedTo("r2", "you fine people"),
        aComment("2").saying("damn held").by("Sam"),
        aComment("3").saying("damn disposed"),
        aComment("4").saying("damn kept"));
    decide("1", Decision.Kind.RESTORE, "novak");
    for (String one : List.of("2", "3", "4")) {
      decide(one, Decision.Kind.DISMISS, "novak");
    }
    sql(
        """
        insert into record_hold (hold_id, covers, account, author_key, matter, reason, placed_by)
        select gen_random_uuid(), 'author', account, author_key, 'Suit', 'Counsel', 'records'
        from comment where comment_id = '2'
        """);
    UUID disposal = UUID.randomUUID();
    sql(
        """
        insert into disposal (disposal_id, kind, accounts, before_day, before, zone, approval, proposer_name)
        values ('%s', 'decided-cases', array['practice'], '2026-01-01', '2026-01-01', 'UTC', '1', 'x')
        """
            .formatted(disposal));
    sql("update comment set disposal_id = '%s' where comment_id = '3'".formatted(disposal));

    assertThat(exported()).containsOnly(Map.entry("damn kept", ""));
    assertThat(said.toString(UTF_8))
        .contains(
            "Left out: 3.",
            "1 the record was disposed of",
            "1 a hold covers the record",
            "1 the author had changed the text");
  }

  @Test
  void aHoldOnEverythingCoversItsDays() throws Exception {
    stage.receive(aComment("1").saying("damn"));
    decide("1", Decision.Kind.DISMISS, "novak");
    sql(
        """
        insert into record_hold (hold_id, covers, building, from_day, until_day, matter, reason, placed_by)
        values (gen_random_uuid(), 'everything', 'maple-high', '2020-01-01', '2020-12-31', 'Suit', 'Counsel', 'r')
        """);
    assertThat(exported()).hasSize(1);
    sql("update record_hold set until_day = '2026-12-31'");
    assertThat(exported()).isEmpty();
    sql("update record_hold set building = 'birch-elementary'");
    assertThat(exported()).hasSize(1);
  }

  @Test
  void aCommentAboveUnderAHoldIsNoContext() throws Exception {
    stage.receive(aComment("1").saying("damn above").by("Sam"), aComment("2").saying("damn below"));
    sql("update comment set parent_id = '1' where comment_id = '2'");
    decide("2", Decision.Kind.DISMISS, "novak");
    assertThat(above()).isEqualTo("damn above");

    sql(
        """
        insert into record_hold (hold_id, covers, account, author_key, matter, reason, placed_by)
        select gen_random_uuid(), 'author', account, author_key, 'Suit', 'Counsel', 'records'
        from comment where comment_id = '1'
        """);
    assertThat(above()).isEmpty();
  }

  private String above() throws Exception {
    assertThat(exported()).containsOnlyKeys("damn below");
    return Corpus.read(folder()).rows().get(0).comment().parent().orElse("");
  }

  @Test
  void eachExportStandsInTheAuditLogWithoutWhatPeopleWrote() throws Exception {
    stage.receive(aComment("1").saying("damn"));
    decide("1", Decision.Kind.DISMISS, "novak");
    exported();

    assertThat(
            stage.database.rows(
                "select actor, target, detail from audit where act = 'decisions-exported'"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("actor", "command:" + System.getProperty("user.name"))
                    .containsEntry("target", folder().toAbsolutePath().toString())
                    .containsEntry("detail", "1 comments, 1 of them harmless; 0 left out"));
  }

  @Test
  void onlyWhatWasReadSinceADayIsExportedWhenAsked() throws Exception {
    stage.receive(aComment("1").saying("damn"));
    decide("1", Decision.Kind.DISMISS, "novak");

    assertThat(exported("--since", "2026-10-01")).hasSize(1);
    assertThat(exported("--since", "2026-10-02")).isEmpty();
    assertThat(run("--since", "autumn")).isEqualTo(Tool.FAILED);
    assertThat(said.toString(UTF_8)).contains("--since takes a day");
  }

  @Test
  void anOverturnedAppealIsTheLastWordAndAnOpenOneWaits() throws Exception {
    stage.receive(aComment("1").saying("you idiot"), aComment("2").saying("an idiot"));
    decide("1", Decision.Kind.CONFIRM, "novak");
    decide("1", Decision.Kind.RESTORE, "brandt");
    decide("2", Decision.Kind.CONFIRM, "novak");
    appeal("1", "overturned", "'brandt', now(), 'Not an attack.'");
    appeal("2", "open", "null, null, ''");

    assertThat(exported()).containsOnly(Map.entry("you idiot", ""));
    assertThat(said.toString(UTF_8)).contains("1 an appeal is not decided yet");
  }

  private void appeal(String comment, String state, String decided) {
    sql(
        "insert into appeal_reference (reference, case_id, about) values ('REF%s', '%s', 'hide')"
            .formatted(comment, caseOf(comment)));
    sql(
        """
        insert into appeal (appeal_id, case_id, reference, about, clause, channel, appellant, why, due_at, state,
          decided_by, decided_at, reason)
        values (gen_random_uuid(), '%s', 'REF%s', 'hide', '2.1', 'form', 'x', 'x', now(), '%s', %s)
        """
            .formatted(caseOf(comment), comment, state, decided));
  }
}
