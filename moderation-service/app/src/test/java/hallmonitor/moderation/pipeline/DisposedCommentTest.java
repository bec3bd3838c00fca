package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.store.records.DisposalJob;
import hallmonitor.moderation.store.records.DisposalJob.Step;
import hallmonitor.moderation.store.records.Disposals;
import hallmonitor.moderation.store.records.Disposals.DisposalRequest;
import hallmonitor.moderation.store.records.Disposals.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests what happens when the platform shows a comment after its record was disposed of. */
class DisposedCommentTest {
  private static final Map<String, String> PLACES = Map.of("practice", "maple-high");

  private final Stage stage = new Stage();

  /** Disposes of it two years later. */
  private void disposedOf(RecordKind kind) {
    new DisposalJob(stage.database.jdbi()).step(approved(kind), PLACES);
    assertThat(text()).isEmpty();
  }

  /** Returns a disposal of all that is there, approved two years later. */
  private UUID approved(RecordKind kind) {
    stage
        .database
        .jdbi()
        .useHandle(
            h -> {
              // They were judged by the database's clock, in counted days.
              h.execute("update revision set judged_at = observed_at");
              h.execute("alter table case_event disable trigger user");
              h.execute("update case_event set at = '2026-10-01T12:00:00Z'");
              h.execute("alter table case_event enable trigger user");
              h.execute(
                  """
                  insert into counted_day
                  select d::date, now(), true
                  from generate_series(date '2026-09-01', date '2026-11-01', interval '1 day') d
                  on conflict do nothing
                  """);
            });
    DecisionRules rules =
        new DecisionRules(
            Duration.ofHours(1),
            0,
            Map.of(),
            List.of(),
            new Retention("the commission", Map.of(kind, Period.ofYears(1))));
    Clock later = Clock.fixed(NOON.plus(Duration.ofDays(730)), ZoneOffset.UTC);
    Disposals disposals =
        new Disposals(
            stage.database.jdbi(), later, () -> rules, DisposedCommentTest::places, s -> List.of());
    UUID id = UUID.randomUUID();
    disposals.propose(
        new DisposalRequest(
            id,
            kind,
            "",
            "",
            List.of("practice"),
            LocalDate.parse("2026-12-01"),
            ZoneOffset.UTC,
            "LRC 1",
            "Their time is over.",
            new Who("abara", "Ada Bara")));
    disposals.answer(id, Answer.APPROVE, new Who("brandt", "Elias Brandt"), "");
    return id;
  }

  private static List<RecordPlace> places(List<String> accounts) {
    return accounts.stream()
        .map(account -> RecordPlace.of(account, "maple-high", "school"))
        .toList();
  }

  private String text() {
    return stage.database.one("select latest_text from comment", String.class);
  }

  private String one(String sql) {
    return stage.database.one(sql, String.class);
  }

  @Test
  void commentsAreJudgedBetweenTwoStepsOfADisposal() throws Exception {
    stage.receive(
        aComment("1").saying("Go Mavericks!"),
        aComment("2").saying("Go Mavericks!"),
        aComment("3").saying("Go Mavericks!"));
    UUID id = approved(RecordKind.ALLOWED_COMMENTS);
    DisposalJob disposing = new DisposalJob(stage.database.jdbi(), 1, Duration.ofMinutes(1));
    for (int i = 1; i <= 3; i++) {
      assertThat(disposing.step(id, PLACES)).isEqualTo(Step.MORE);
      stage.receive(aComment("new-" + i).saying("You damn fool"));
      assertThat(one("select records from disposal")).isEqualTo(Integer.toString(i));
      assertThat(one("select count(*) from review_case")).isEqualTo(Integer.toString(i));
    }
    assertThat(disposing.step(id, PLACES)).isEqualTo(Step.LAST);
    assertThat(
            one(
                "select string_agg(comment_id, ' ' order by comment_id) from comment where latest_text = ''"))
        .isEqualTo("1 2 3");
  }

  @Test
  void theSameCommentReadAgainDoesNotComeBack() throws Exception {
    stage.receive(aComment("1").saying("Go Mavericks!"));
    disposedOf(RecordKind.ALLOWED_COMMENTS);
    var before = stage.everything();

    stage.receive(aComment("1").saying("Go Mavericks!"));
    stage.receive(aComment("1").saying("Go Mavericks!").readAs(Visibility.VISIBLE, 90_000));

    assertThat(stage.everything()).isEqualTo(before);
  }

  /** As ingest does after losing its state. */
  @Test
  void theSameTextUnderAnotherNameDoesNotComeBackEither() throws Exception {
    stage.receive(aComment("1").saying("You damn fool"));
    stage
        .database
        .jdbi()
        .useHandle(
            h -> h.execute("update review_case set state = 'hidden', action_state = 'hidden'"));
    disposedOf(RecordKind.DECIDED_CASES);
    var before = stage.everything();

    stage.receive(
        aComment("1")
            .saying("You damn fool")
            .editedTo("r9", "You damn fool")
            .readAs(Visibility.VISIBLE, 90_000));

    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void thatItIsHiddenOrGoneOnThePlatformIsStillLearned() throws Exception {
    stage.receive(aComment("1").saying("Go Mavericks!"));
    disposedOf(RecordKind.ALLOWED_COMMENTS);

    stage.receive(aComment("1").deletedAs("r2").readAs(Visibility.DELETED, 90_000));

    assertThat(one("select visibility from comment")).isEqualTo("deleted");
    assertThat(one("select count(*) from revision")).isEqualTo("1");
    assertThat(text()).isEmpty();
  }

  @Test
  void whatItsAuthorWritesAfterwardsIsARecordOfItsOwn() throws Exception {
    stage.receive(aComment("1").saying("Go Mavericks!"));
    String author = one("select author_name || ' ' || author_key from comment");
    disposedOf(RecordKind.ALLOWED_COMMENTS);

    stage.receive(aComment("1").editedTo("r2", "You damn fool").readAs(Visibility.VISIBLE, 90_000));

    assertThat(text()).isEqualTo("You damn fool");
    assertThat(one("select author_name || ' ' || author_key from comment")).isEqualTo(author);
    assertThat(one("select disposal_id is null from comment")).isEqualTo("t");
    assertThat(
            one("select string_agg(revision || '=' || body, ', ' order by revision) from revision"))
        .isEqualTo("r1=, r2=You damn fool");
    assertThat(one("select state from review_case")).isEqualTo("open");
    stage.receive(aComment("1").saying("Go Mavericks!"));
    assertThat(text()).isEqualTo("You damn fool");
  }

  @Test
  void anAuthorWhoGoesBackToAnEarlierTextIsJudgedAnew() throws Exception {
    stage.receive(aComment("1").saying("You damn fool"));
    stage.receive(aComment("1").editedTo("r2", "Go Mavericks!").readAs(Visibility.VISIBLE, 60));
    stage
        .database
        .jdbi()
        .useHandle(
            h -> h.execute("update review_case set state = 'dismissed', action_state = 'none'"));
    disposedOf(RecordKind.DECIDED_CASES);

    stage.receive(aComment("1").editedTo("r3", "You damn fool").readAs(Visibility.VISIBLE, 90_000));

    assertThat(text()).isEqualTo("You damn fool");
    assertThat(one("select state from review_case")).isEqualTo("open");
  }
}
