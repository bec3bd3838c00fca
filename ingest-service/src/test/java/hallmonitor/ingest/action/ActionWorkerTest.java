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
import hallmonitor.ingest.connector.Fault;
import hallmonitor.messaging.Database;
import hallmonitor.testparts.Parts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests orders in a real database, carried out on an in-memory platform. */
@Execution(ExecutionMode.SAME_THREAD)
class ActionWorkerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String account = "site-" + UUID.randomUUID();
  private final FakePlatform platform = new FakePlatform();
  private Jdbi database;
  private ActionTable table;
  private Tenure tenure;
  private ActionWorker worker;

  @BeforeEach
  void prepare() {
    // Not the ingest schema: a service that another test left running would publish these results.
    var source = Parts.shared().dataSource(DatabaseRole.NOTIFIER);
    Flyway.configure().dataSource(source).defaultSchema("notifier").load().migrate();
    database = Database.of(source);
    table = new ActionTable(database);
    tenure = new TestInstance(database).owning(account);
  }

  @AfterEach
  void stop() {
    if (worker != null) {
      worker.close();
    }
  }

  private void work() {
    work(new RateBudget(1_000, 1_000, System::nanoTime));
  }

  private void work(RateBudget budget) {
    worker =
        new ActionWorker(
                account,
                platform,
                table,
                tenure,
                budget,
                InstantSource.system(),
                () -> {},
                (order, result) -> {})
            .start();
  }

  private ActionOrdered receive(PlatformAction action) {
    ActionOrdered order = ActionAttemptTest.order(account, action, "1");
    receive(order);
    return order;
  }

  private void receive(ActionOrdered order) {
    table.receive(
        List.of(new ActionTable.ReceivedAction(order, EventJson.write(order), Optional.empty())));
    if (worker != null) {
      worker.wake();
    }
  }

  private List<ActionResult> results(ActionOrdered order) {
    List<ActionResult> results = new ArrayList<>();
    database.useHandle(
        h ->
            h
                .createQuery("select payload from outbox where key = ? order by id")
                .bind(0, order.comment().key())
                .map((rs, ctx) -> EventJson.read(rs.getBytes(1), ActionResult.class))
                .list()
                .stream()
                .filter(r -> r.actionId().equals(order.actionId()))
                .forEach(results::add));
    return results;
  }

  private void awaitUndone(int orders) {
    await().atMost(PATIENCE).until(() -> table.undone().getOrDefault(account, 0) == orders);
  }

  @Test
  void anOrderIsCarriedOutAndItsResultGoesIntoTheOutbox() {
    work();
    ActionOrdered hide = receive(PlatformAction.HIDE);
    awaitUndone(0);
    assertThat(results(hide)).hasSize(1);
    assertThat(platform.applied).containsExactly(PlatformAction.HIDE);
  }

  @Test
  void anOrderDeliveredAgainIsAnsweredAgainAndNotCarriedOutAgain() {
    work();
    ActionOrdered hide = receive(PlatformAction.HIDE);
    awaitUndone(0);
    receive(hide);
    await().atMost(PATIENCE).until(() -> results(hide).size() == 2);
    assertThat(results(hide).get(1)).isEqualTo(results(hide).get(0));
    assertThat(platform.applications).isEqualTo(1);
  }

  @Test
  void anOrderInTheMiddleOfWhichTheServiceWasKilledIsObservedFirst() throws Exception {
    ActionOrdered hide = receive(PlatformAction.HIDE);
    assertThat(table.queue(account, tenure).claim(1, Urgency.ROUTINE)).hasSize(1);
    platform.apply(PlatformAction.HIDE, "1"); // then kill -9, before the result was stored
    work();
    awaitUndone(0);
    assertThat(platform.applications).isEqualTo(1);
    assertThat(((ActionResult.ActionTaken) results(hide).get(0)).applied()).isTrue();
  }

  @Test
  void anOrderThatWasClaimedByACommitWhoseAnswerGotLostIsTakenUpWhileTheServiceRuns() {
    ActionOrdered hide = receive(PlatformAction.HIDE);
    work();
    awaitUndone(0);
    ActionOrdered restore = ActionAttemptTest.order(account, PlatformAction.RESTORE, "1");
    table.receive(
        List.of(
            new ActionTable.ReceivedAction(restore, EventJson.write(restore), Optional.empty())));
    table
        .queue(account, tenure)
        .claim(1, Urgency.ROUTINE); // the worker never hears of it, unless it was faster
    awaitUndone(0);
    assertThat(results(hide)).hasSize(1);
    assertThat(results(restore)).hasSize(1);
  }

  @Test
  void ordersOfAnAccountThatIsGoneAreReportedOnceAndCarriedOutWhenItIsBack() {
    ActionOrdered hide = receive(PlatformAction.HIDE);
    Instant now = Instant.now();
    assertThat(table.report(account, "Connect the account again.", now)).isTrue();
    assertThat(table.report(account, "Connect the account again.", now)).isFalse();
    work();
    awaitUndone(0);
    assertThat(results(hide)).hasSize(2);
    assertThat(((ActionResult.ActionFailed) results(hide).get(0)).why())
        .isEqualTo(ActionResult.Why.RETRYING);
    assertThat(results(hide).get(1)).isInstanceOf(ActionResult.ActionTaken.class);
  }

  @Test
  void theOrdersOfOneCommentAreCarriedOutOneAfterTheOther() {
    List<PlatformAction> ordered = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ordered.add(i % 2 == 0 ? PlatformAction.HIDE : PlatformAction.RESTORE);
      receive(ordered.get(i));
    }
    work();
    awaitUndone(0);
    assertThat(platform.applied).containsExactlyElementsOf(ordered);
  }

  @Test
  void aThreatOvertakesThousandsThatWait() {
    List<ActionOrdered> orders = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      orders.add(ActionAttemptTest.order(account, PlatformAction.HIDE, "profanity-" + i));
    }
    orders.add(
        ActionAttemptTest.order(account, PlatformAction.HIDE, "threat").with(Urgency.DANGER));
    hear(orders);
    work();
    ActionOrdered threat = orders.get(3_000);
    await().atMost(PATIENCE).until(() -> !results(threat).isEmpty());
    assertThat(List.copyOf(platform.comments).indexOf("threat"))
        .as("as soon as one of the four hands is free")
        .isBetween(0, 3);
    assertThat(table.undone().get(account)).isPositive();
  }

  @Test
  void theLastPartOfTheBudgetIsForDangerAndTheRestWaitsUntilThereIsMore() {
    AtomicLong nanos = new AtomicLong();
    RateBudget budget = new RateBudget(1_000, 1_000, nanos::get);
    budget.learnShare(0.05, Duration.ofHours(1));
    ActionOrdered profanity = ActionAttemptTest.order(account, PlatformAction.HIDE, "profanity");
    ActionOrdered threat =
        ActionAttemptTest.order(account, PlatformAction.HIDE, "threat").with(Urgency.DANGER);
    hear(List.of(profanity, threat));
    work(budget);
    await().atMost(PATIENCE).until(() -> !results(threat).isEmpty());
    assertThat(platform.comments).containsExactly("threat");
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    awaitUndone(0);
    assertThat(platform.comments).containsExactly("threat", "profanity");
  }

  @Test
  void anActThatThePlatformThrottlesHoldsTheOthersBackToo() {
    RateBudget budget = new RateBudget(1_000, 1_000, System::nanoTime);
    platform.faults.add(new Fault.Throttled("slow down", Duration.ofHours(1)));
    work(budget);
    ActionOrdered threat = receive(PlatformAction.HIDE);
    await().atMost(PATIENCE).until(() -> !results(threat).isEmpty());
    assertThat(budget.allows(RateBudget.Use.DANGER)).isFalse();
  }

  @Test
  void anAccountThatIsThrottledHoldsUpNoOther() {
    String busy = "busy-" + account;
    FakePlatform throttled = new FakePlatform();
    throttled.faults.add(new Fault.Throttled("slow down", Duration.ofHours(1)));
    RateBudget own = new RateBudget(1_000, 1_000, System::nanoTime);
    hear(List.of(ActionAttemptTest.order(busy, PlatformAction.HIDE, "1")));
    try (ActionWorker other =
        new ActionWorker(
            busy,
            throttled,
            table,
            new TestInstance(database).owning(busy),
            own,
            InstantSource.system(),
            () -> {},
            (order, result) -> {})) {
      other.start();
      await().atMost(PATIENCE).until(() -> !own.allows(RateBudget.Use.DANGER));
      work();
      receive(PlatformAction.HIDE);
      awaitUndone(0);
    }
    assertThat(table.undone()).containsEntry(busy, 1);
  }

  /** Receives orders as Kafka delivers them, in one batch. */
  private void hear(List<ActionOrdered> orders) {
    new ActionInbox(table, accounts -> {})
        .handle(
            orders.stream()
                .map(
                    order ->
                        new ConsumerRecord<byte[], byte[]>(
                            "actions", 0, 0, null, EventJson.write(order)))
                .toList());
  }

  @Test
  void anOrderWhoseAnswerWasLostIsDoneOnceAndSaysThatItWasInTrouble() {
    platform.answersLost = 1;
    work();
    ActionOrdered hide = receive(PlatformAction.HIDE);
    awaitUndone(0);
    assertThat(results(hide)).hasSize(2);
    assertThat(results(hide).get(0)).isInstanceOf(ActionResult.ActionFailed.class);
    assertThat(results(hide).get(1)).isInstanceOf(ActionResult.ActionTaken.class);
    assertThat(platform.applications).isEqualTo(1);
  }
}
