package hallmonitor.moderation.store.archive;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.pipeline.SeenComment;
import hallmonitor.moderation.store.archive.SecondLookQueue.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondLookQueueTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private interface Work<T> {
    T with(SecondLookQueue queue) throws SQLException;
  }

  private final TestDatabase database = TestDatabase.fresh();

  private <T> T queue(Work<T> work) throws SQLException {
    return database.jdbi().inTransaction(t -> work.with(new SecondLookQueue(t.getConnection())));
  }

  private static Waiting waiting(SeenComment comment, double danger) {
    return new Waiting(
        new CommentKey("practice", comment.event().comment().id()),
        danger,
        comment.event(),
        Optional.of("00-1-2-01"));
  }

  private interface Change {
    void with(SecondLookQueue queue) throws SQLException;
  }

  private void run(Change change) throws SQLException {
    database.jdbi().useTransaction(t -> change.with(new SecondLookQueue(t.getConnection())));
  }

  private void add(Waiting... waiting) throws SQLException {
    run(q -> q.add(List.of(waiting), NOON));
  }

  private List<String> claim(int comments, Duration lease) throws SQLException {
    return queue(q -> q.claim(comments, lease)).stream()
        .map(w -> w.key().id() + " " + w.seen().revision())
        .toList();
  }

  @Test
  void theMostDangerousGoesFirstNoMatterWhatWaitsLonger() throws SQLException {
    add(waiting(aComment("1"), 0.1), waiting(aComment("2"), 0.9), waiting(aComment("3"), 0.5));

    assertThat(claim(1, MINUTE)).containsExactly("2 r1");
    assertThat(claim(1, MINUTE)).containsExactly("3 r1");
    assertThat(claim(5, MINUTE)).containsExactly("1 r1");
    assertThat(claim(5, MINUTE)).isEmpty();
  }

  @Test
  void allRevisionsOfACommentAreClaimedTogetherInTheirOrder() throws SQLException {
    SeenComment first = aComment("1");
    add(waiting(first, 0.1), waiting(aComment("2"), 0.5));
    add(waiting(first.editedTo("r2", "More"), 0.9));

    assertThat(claim(1, MINUTE)).containsExactly("1 r1", "1 r2");
  }

  @Test
  void whatADeadInstanceClaimedIsClaimedAgain() throws SQLException {
    add(waiting(aComment("1"), 0.1));
    claim(1, Duration.ZERO);

    assertThat(claim(1, MINUTE)).containsExactly("1 r1");
  }

  @Test
  void aClaimThatCameToNoEndCountsAsADeathAndAReleasedOneDoesNot() throws SQLException {
    add(waiting(aComment("1"), 0.1));
    List<Waiting> first = queue(q -> q.claim(1, Duration.ZERO));
    List<Waiting> second = queue(q -> q.claim(1, Duration.ZERO));
    run(q -> q.release(second));
    List<Waiting> third = queue(q -> q.claim(1, MINUTE));

    assertThat(first).extracting(Waiting::deaths).containsExactly(0);
    assertThat(second).extracting(Waiting::deaths).containsExactly(1);
    assertThat(third).extracting(Waiting::deaths).containsExactly(1);
  }

  @Test
  void aClaimThatIsRenewedIsNotTakenOver() throws SQLException {
    add(waiting(aComment("1"), 0.1));
    List<Waiting> claimed = queue(q -> q.claim(1, Duration.ZERO));
    run(q -> q.keep(claimed, MINUTE));

    assertThat(claim(1, MINUTE)).isEmpty();
  }

  @Test
  void whatWasReleasedIsNotClaimedAgainByRenewing() throws SQLException {
    add(waiting(aComment("1"), 0.1));
    List<Waiting> claimed = queue(q -> q.claim(1, MINUTE));
    run(q -> q.release(claimed));
    run(q -> q.keep(claimed, MINUTE));

    assertThat(claim(1, MINUTE)).containsExactly("1 r1");
  }

  @Test
  void whatIsPostponedWaitsAndIsNoDeath() throws SQLException {
    add(waiting(aComment("1"), 0.1));
    List<Waiting> claimed = queue(q -> q.claim(1, MINUTE));
    run(q -> q.postpone(claimed, MINUTE));
    run(q -> q.release(claimed));
    assertThat(claim(1, MINUTE)).isEmpty();

    run(q -> q.postpone(claimed, Duration.ofMinutes(-1)));
    List<Waiting> later = queue(q -> q.claim(1, MINUTE));
    assertThat(later).extracting(Waiting::deaths).containsExactly(0);
  }

  @Test
  void onlyOneInstanceTakesARevisionOut() throws SQLException {
    add(waiting(aComment("1"), 0.1));
    List<Waiting> first = queue(q -> q.claim(1, Duration.ZERO));
    List<Waiting> second = queue(q -> q.claim(1, Duration.ZERO));

    List<Waiting> taken = queue(q -> q.take(first));
    List<Waiting> late = queue(q -> q.take(second));

    assertThat(taken).isEqualTo(first);
    assertThat(late).isEmpty();
  }

  @Test
  void whatFailedWaitsBehindTheOthers() throws SQLException {
    add(waiting(aComment("1"), 0.9), waiting(aComment("2"), 0.1));
    List<Waiting> claimed = queue(q -> q.claim(1, Duration.ZERO));

    assertThat(queue(q -> q.failed(claimed)).intValue()).isEqualTo(1);

    assertThat(claim(1, MINUTE)).containsExactly("2 r1");
    assertThat(claim(1, MINUTE)).containsExactly("1 r1");
  }

  @Test
  void aCommentThatIsBeingReadIsNotClaimedForALaterRevision() throws SQLException {
    SeenComment first = aComment("1");
    add(waiting(first, 0.1));
    claim(1, MINUTE);
    add(waiting(first.editedTo("r2", "More"), 0.9));

    assertThat(claim(1, MINUTE)).isEmpty();
  }

  @Test
  void aStoredEventThatCannotBeReadHoldsUpNoOther() throws SQLException {
    add(waiting(aComment("1"), 0.9), waiting(aComment("2"), 0.1));
    database
        .jdbi()
        .useHandle(h -> h.execute("update second_look set seen = '{}' where danger > .5"));

    assertThat(claim(2, MINUTE)).containsExactly("2 r1");
  }

  @Test
  void itKnowsWhichCommentsWaitAndKeepsTheEventAndItsTrace() throws SQLException {
    Waiting one = waiting(aComment("1").saying("Hello"), 0.25);
    add(one);

    Set<CommentKey> known = queue(q -> q.among(Set.of(one.key(), new CommentKey("practice", "2"))));
    List<Waiting> claimed = queue(q -> q.claim(1, MINUTE));

    assertThat(known).containsExactly(one.key());
    assertThat(claimed).containsExactly(one);
  }
}
