package hallmonitor.ingest.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.ingest.account.TestInstance;
import hallmonitor.messaging.Database;
import hallmonitor.testparts.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which order is next, in a real database. */
class ActionQueueTest {
  private final String account = "site-" + UUID.randomUUID();
  private ActionTable table;
  private ActionQueue queue;

  @BeforeEach
  void prepare() {
    var source = Parts.shared().dataSource(DatabaseRole.NOTIFIER);
    Flyway.configure().dataSource(source).defaultSchema("notifier").load().migrate();
    Jdbi database = Database.of(source);
    table = new ActionTable(database);
    queue = table.queue(account, new TestInstance(database).owning(account));
  }

  private void receive(Urgency urgency, PlatformAction action, String comment) {
    var order = ActionAttemptTest.order(account, action, comment).with(urgency);
    table.receive(
        List.of(new ActionTable.ReceivedAction(order, EventJson.write(order), Optional.empty())));
  }

  private void receive(Urgency urgency, String... comments) {
    for (String comment : comments) {
      receive(urgency, PlatformAction.HIDE, comment);
    }
  }

  /** Claims one order after the other until none is left, and returns their comments. */
  private List<String> all() {
    List<String> comments = new ArrayList<>();
    List<PendingAction> next = queue.claim(1, Urgency.ROUTINE);
    while (!next.isEmpty()) {
      comments.add(next.get(0).order().comment().id());
      next = queue.claim(1, Urgency.ROUTINE);
    }
    return comments;
  }

  @Test
  void dangerGoesBeforeWhatAPersonWantsAndThatBeforeTheRest() {
    receive(Urgency.ROUTINE, "a");
    receive(Urgency.PERSON, "b");
    receive(Urgency.DANGER, "c");

    assertThat(all()).containsExactly("c", "b", "a");
  }

  @Test
  void ofEquallyUrgentOnesTheOldestGoesFirst() {
    receive(Urgency.DANGER, "a", "b", "c", "d", "e", "f");

    assertThat(all()).containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void whereOnlyDangerMayGoTheOthersWait() {
    receive(Urgency.ROUTINE, "old");
    receive(Urgency.DANGER, "1", "2");

    assertThat(queue.claim(4, Urgency.DANGER)).hasSize(2);
    assertThat(queue.claim(4, Urgency.DANGER)).isEmpty();
    assertThat(queue.untilDue(Urgency.DANGER)).isEmpty();
    assertThat(queue.untilDue(Urgency.ROUTINE)).isPresent();
  }

  @Test
  void whatDangerHasToWaitForIsAsUrgentAndKeepsItsPlaceBeforeIt() {
    receive(Urgency.ROUTINE, "a", "b", "c");
    receive(Urgency.ROUTINE, PlatformAction.RESTORE, "d");
    receive(Urgency.DANGER, "d");

    List<PendingAction> first = queue.claim(1, Urgency.ROUTINE);

    assertThat(first)
        .extracting(one -> one.order().comment().id(), one -> one.order().action())
        .containsExactly(tuple("d", PlatformAction.RESTORE));
    assertThat(queue.claim(4, Urgency.DANGER)).as("one at a time").isEmpty();
  }
}
