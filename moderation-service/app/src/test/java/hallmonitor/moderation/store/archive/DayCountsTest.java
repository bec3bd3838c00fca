package hallmonitor.moderation.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.finding.stance.Stance;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayCountsTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  private final TestDatabase database = TestDatabase.fresh();
  private final DayCounts counts =
      new DayCounts(
          database.jdbi(),
          CHICAGO,
          text -> text.contains("bad") ? Stance.CRITICAL : Stance.NEITHER,
          account -> Optional.of("maple-high").filter(b -> account.equals("practice")));
  private int comments;

  private static Instant at(String time) {
    return DAY.atTime(java.time.LocalTime.parse(time)).atZone(CHICAGO).toInstant();
  }

  private static Instant nextDay(String time) {
    return at(time).plusSeconds(86_400);
  }

  private void judged(String account, String text, String kind, String outcome, Instant when) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome,
                      clauses, findings, policy_version, model_version)
                    values (?, ?, '1', ?, ?, '{}', now(), ?, ?, '{1.1, 1.1, 2.1}', '[]', '', '')
                    """,
                    account,
                    "c" + comments++,
                    kind,
                    text,
                    when,
                    outcome));
  }

  private List<String> counted() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select concat_ws(' ', day, account, building, stance, '[' || clause || ']', created, edited,
                          allowed, reviewed, hidden, escalated)
                        from judged_day order by day, account, stance, clause
                        """)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void aDayIsTheDistrictsAndACommentCountsOnceForEachClauseThatHolds() {
    judged("practice", "bad", "created", "hide", at("00:00"));
    judged("practice", "bad", "edited", "review", at("23:59:59"));
    judged("practice", "bad", "created", "hide", nextDay("00:00"));
    judged("practice", "gone", "deleted", null, at("12:00"));
    judged("elsewhere", "x", "created", "escalate", at("12:00"));

    counts.count(DAY, at("23:59:59"));

    assertThat(counted())
        .containsExactly(
            "2026-11-20 elsewhere  neither [] 1 0 0 0 0 1",
            "2026-11-20 elsewhere  neither [1.1] 1 0 0 0 0 1",
            "2026-11-20 elsewhere  neither [2.1] 1 0 0 0 0 1",
            "2026-11-20 practice maple-high critical [] 1 1 0 1 1 0",
            "2026-11-20 practice maple-high critical [1.1] 1 1 0 1 1 0",
            "2026-11-20 practice maple-high critical [2.1] 1 1 0 1 1 0");
  }

  @Test
  void aDayIsCountedOnceMoreWhenNothingCanComeAnyMoreAndThenNeverAgain() {
    judged("practice", "x", "created", "allow", at("20:00"));
    counts.count(DAY, at("23:50"));
    assertThat(counts.due(nextDay("00:05"))).doesNotContain(DAY);

    judged("practice", "x", "created", "allow", at("23:59"));
    assertThat(counts.due(nextDay("00:11"))).contains(DAY);
    counts.count(DAY, nextDay("00:11"));
    assertThat(counted()).contains("2026-11-20 practice maple-high neither [] 2 0 2 0 0 0");
    assertThat(counts.due(nextDay("09:00"))).doesNotContain(DAY);

    List<String> before = counted();
    counts.count(DAY, nextDay("09:00"));
    assertThat(counted()).isEqualTo(before);
  }

  @Test
  void theNewestDaysOfAnArchiveAreCountedFirst() {
    judged("practice", "x", "created", "allow", at("12:00").minusSeconds(2 * 86_400));

    assertThat(counts.due(at("12:00"))).containsExactly(DAY, DAY.minusDays(1), DAY.minusDays(2));
  }

  @Test
  void aQuietDayIsNotCountedAgainAndYetKnownToBeWhole() {
    judged("practice", "x", "created", "allow", at("08:00"));
    counts.count(DAY, at("09:00"));
    assertThat(counts.due(at("12:00"))).isEmpty();

    counts.nothingNew(at("12:00"));

    assertThat(database.one("select counted_at from counted_day", Instant.class))
        .isEqualTo(at("12:00"));
  }

  /** As the look at a picture does, which comes after the comment's last verdict. */
  private void pictureIsRead(String comment) {
    RevisionRow found =
        new RevisionRow(
            new CommentKey("practice", comment),
            "1",
            "created",
            "x",
            "{}",
            List.of(),
            null,
            null,
            nextDay("12:00"),
            PolicyOutcome.HIDE,
            null,
            List.of("1.1"),
            List.of(),
            "",
            "",
            "en",
            Optional.empty());
    try {
      database
          .jdbi()
          .useTransaction(t -> new Archive(t.getConnection()).judgeAgain(List.of(found)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void countAll(Instant now) {
    counts.openAgain();
    counts.due(now).forEach(day -> counts.count(day, now));
  }

  /** A verdict of a second look, which is the last one until a picture is read. */
  private void lookedAtTwice(String comment, Instant first) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update revision set first_outcome = 'allow', first_judged_at = ? where comment_id = ?",
                    first,
                    comment));
  }

  @Test
  void aCommentWithAPictureThatIsReadDaysLaterCountsOnceWithWhatThePictureSays() {
    judged("practice", "x", "created", "allow", at("12:00"));
    counts.count(DAY, nextDay("09:00"));

    pictureIsRead("c0");
    countAll(Instant.now().plus(Duration.ofDays(2)));

    assertThat(counted())
        .containsExactly(
            "2026-11-20 practice maple-high neither [] 1 0 0 0 1 0",
            "2026-11-20 practice maple-high neither [1.1] 1 0 0 0 1 0");
  }

  @Test
  void aCommentWithTwoLooksCountsOnceWhenItsPictureIsReadDaysLater() {
    judged("practice", "x", "created", "review", at("12:00"));
    lookedAtTwice("c0", at("11:59"));
    counts.count(DAY, nextDay("09:00"));

    pictureIsRead("c0");
    pictureIsRead("c0");
    countAll(Instant.now().plus(Duration.ofDays(2)));

    assertThat(counted())
        .containsExactly(
            "2026-11-20 practice maple-high neither [] 1 0 0 0 1 0",
            "2026-11-20 practice maple-high neither [1.1] 1 0 0 0 1 0");
  }

  @Test
  void aPictureThatIsReadWhileItsDayIsCountedCountsTheNextTime() {
    judged("practice", "x", "created", "allow", at("12:00"));
    judged("practice", "x", "created", "allow", at("13:00"));
    counts.count(DAY, nextDay("09:00"));
    pictureIsRead("c0");
    counts.openAgain();
    DayCounts interrupted =
        new DayCounts(
            database.jdbi(),
            CHICAGO,
            text -> {
              pictureIsRead("c1");
              return Stance.NEITHER;
            },
            account -> Optional.of("maple-high"));
    interrupted.count(DAY, Instant.now().plus(Duration.ofDays(2)));
    assertThat(counted()).contains("2026-11-20 practice maple-high neither [] 2 0 1 0 1 0");

    countAll(Instant.now().plus(Duration.ofDays(2)));

    assertThat(counted()).contains("2026-11-20 practice maple-high neither [] 2 0 0 0 2 0");
  }

  @Test
  void onlyTheDayOfTheCommentIsCountedAgain() {
    judged("practice", "x", "created", "allow", at("12:00").minusSeconds(86_400));
    judged("practice", "x", "created", "allow", at("23:59"));
    counts.count(DAY.minusDays(1), nextDay("09:00"));
    counts.count(DAY, nextDay("09:00"));

    pictureIsRead("c1");
    counts.openAgain();

    assertThat(counts.due(nextDay("09:00"))).contains(DAY).doesNotContain(DAY.minusDays(1));
  }

  @Test
  void aDayThatWasDisposedOfKeepsItsCountsAndTheCommentCountsOnce() {
    judged("practice", "x", "created", "allow", at("12:00"));
    judged("practice", "", "created", "allow", at("13:00"));
    counts.count(DAY, nextDay("09:00"));
    List<String> before = counted();
    database
        .jdbi()
        .useTransaction(
            t -> {
              t.execute("set local session_replication_role = replica");
              t.execute(
                  "update revision set disposal_id = gen_random_uuid() where comment_id = 'c1'");
            });

    pictureIsRead("c0");
    countAll(Instant.now().plus(Duration.ofDays(2)));

    assertThat(counted()).isEqualTo(before);
  }
}
