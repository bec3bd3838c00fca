package hallmonitor.ingest.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.Tenure;
import hallmonitor.ingest.account.TestInstance;
import hallmonitor.messaging.Database;
import hallmonitor.testparts.Parts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner of an account changes while an act is under way. */
class TwoOwnersTest {
  private final String account = "site-" + UUID.randomUUID();
  private final SlowPlatform platform = new SlowPlatform();
  private Jdbi database;
  private ActionTable table;
  private TestInstance first;
  private TestInstance second;
  private ActionWorker worker;
  private ActionOrdered hide;

  @BeforeEach
  void anActIsUnderWay() {
    var source = Parts.shared().dataSource(DatabaseRole.NOTIFIER);
    Flyway.configure().dataSource(source).defaultSchema("notifier").load().migrate();
    database = Database.of(source);
    table = new ActionTable(database);
    first = new TestInstance(database);
    second = new TestInstance(database);
    hide = ActionAttemptTest.order(account, PlatformAction.HIDE, "1");
    receive(hide);
    worker = work(first.owning(account));
    await().until(() -> platform.begun.get() == 1);
  }

  @AfterEach
  void stop() {
    platform.answer.countDown();
    worker.close();
  }

  private void receive(ActionOrdered order) {
    table.receive(
        List.of(new ActionTable.ReceivedAction(order, EventJson.write(order), Optional.empty())));
  }

  private ActionWorker work(Tenure tenure) {
    return new ActionWorker(
            account,
            platform,
            table,
            tenure,
            new RateBudget(1_000, 1_000, System::nanoTime),
            InstantSource.system(),
            () -> {},
            (order, result) -> {})
        .start();
  }

  private ActionQueue queue(Tenure tenure) {
    return table.queue(account, tenure);
  }

  private static List<PendingAction> claimAfterLook(ActionQueue queue) {
    queue.doubtLeftovers(Set.of());
    return queue.claim(4, Urgency.ROUTINE);
  }

  private void untilNothingCanBeUnderWay() {
    database.useHandle(
        h ->
            h.execute(
                "update account_owner set quiet_until = clock_timestamp() where unit = ?",
                account));
  }

  private List<ActionResult> results() {
    return database.withHandle(
        h ->
            h
                .createQuery("select payload from outbox where key = ? order by id")
                .bind(0, hide.comment().key())
                .map((rs, ctx) -> EventJson.read(rs.getBytes(1), ActionResult.class))
                .list()
                .stream()
                .filter(r -> r.actionId().equals(hide.actionId()))
                .toList());
  }

  @Test
  void whoDoesNotOwnTheAccountNeitherClaimsNorDoubtsAnOrder() {
    Tenure others =
        new Tenure(account, UUID.randomUUID(), 7, System.nanoTime(), System.nanoTime(), () -> true);
    receive(ActionAttemptTest.order(account, PlatformAction.HIDE, "2"));
    await().until(() -> platform.begun.get() == 2);

    assertThat(claimAfterLook(queue(others))).isEmpty();
    platform.answer.countDown();
    await().until(() -> results().size() == 1);
    assertThat(platform.begun).hasValue(2);
  }

  @Test
  void whatASilentOwnerHadUnderWayIsLeftAloneUntilItCannotBeAnyMore() {
    first.fallSilent();
    ActionQueue next = queue(second.owning(account));
    assertThat(claimAfterLook(next)).isEmpty();

    untilNothingCanBeUnderWay();
    assertThat(claimAfterLook(next))
        .singleElement()
        .satisfies(pending -> assertThat(pending.doubtful()).as("it is observed first").isTrue());
  }

  @Test
  void otherOrdersNeedNotWaitForWhatASilentOwnerHadUnderWay() {
    first.fallSilent();
    ActionQueue next = queue(second.owning(account));
    ActionOrdered other = ActionAttemptTest.order(account, PlatformAction.HIDE, "2");
    receive(other);

    assertThat(claimAfterLook(next))
        .singleElement()
        .satisfies(pending -> assertThat(pending.order()).isEqualTo(other));
  }

  @Test
  void anOwnerThatComesBackAfterItsLeaseClaimsNothing() {
    first.fallSilent();
    receive(ActionAttemptTest.order(account, PlatformAction.HIDE, "2"));
    worker.wake();
    ActionQueue next = queue(second.owning(account));

    assertThat(next.claim(4, Urgency.ROUTINE)).hasSize(1);
    assertThat(platform.begun).hasValue(1);
  }

  @Test
  void whatAnEarlierOwnerLearnsTooLateIsNotStoredBesideWhatTheNextOneFinds() {
    first.fallSilent();
    ActionQueue next = queue(second.owning(account));
    untilNothingCanBeUnderWay();
    PendingAction taken = claimAfterLook(next).get(0);

    platform.answer.countDown();
    worker.close();
    assertThat(results()).isEmpty();

    ActionResult found =
        ActionAttempt.failed(hide, ActionResult.Why.GONE, "Gone.", hide.orderedAt());
    assertThat(table.done(taken, found)).isTrue();
    assertThat(results()).containsExactly(found);
  }
}
