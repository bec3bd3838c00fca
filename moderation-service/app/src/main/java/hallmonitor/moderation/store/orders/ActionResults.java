package hallmonitor.moderation.store.orders;

import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.messaging.BatchReader.Unusable;
import hallmonitor.moderation.casework.Action;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.OnPlatform;
import hallmonitor.moderation.store.ColumnArrays;
import hallmonitor.moderation.store.cases.CaseHistory;
import hallmonitor.moderation.store.cases.CaseTable;
import hallmonitor.moderation.store.cases.HeldOrders;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Applies results of ordered actions. The result of a finished action changes nothing. */
public final class ActionResults {
  private record Ordered(UUID id, Action action, String state, String by, Instant seenAt) {
    boolean settled() {
      return Set.of("taken", "failed", "cancelled", "undone").contains(state);
    }

    Ordered as(String next) {
      return new Ordered(id, action, next, by, seenAt);
    }
  }

  private record Update(
      Ordered ordered, Case after, CaseChange change, String note, Instant at, boolean hidden) {}

  private final Handle transaction;
  private final Connection connection;
  private final Map<UUID, Case> cases = new HashMap<>();
  private final Map<UUID, Ordered> orders = new HashMap<>();

  public ActionResults(Handle transaction) {
    this.transaction = transaction;
    this.connection = transaction.getConnection();
  }

  /**
   * Applies results.
   *
   * @param results in order of arrival
   * @return for each automatically hidden comment, the time from seen to hidden
   * @throws Unusable if an action was never ordered here
   */
  public List<Duration> apply(List<ActionResult> results) throws SQLException {
    load(results);
    List<Update> updates = new ArrayList<>();
    List<Duration> seenToHidden = new ArrayList<>();
    for (ActionResult result : results) {
      Ordered ordered = orders.get(result.actionId());
      Case now = ordered == null ? null : cases.get(result.caseId());
      if (ordered == null || now == null) {
        throw new Unusable("no action " + result.actionId() + " was ordered here", null);
      }
      if (ordered.settled()) {
        continue;
      }
      Update update = update(now, ordered, result);
      orders.put(ordered.id(), update.ordered());
      cases.put(now.id(), update.after());
      updates.add(update);
      if (update.hidden() && ordered.by().equals(Order.POLICY)) {
        seenToHidden.add(Duration.between(ordered.seenAt(), result.at()));
      }
    }
    write(updates);
    return seenToHidden;
  }

  private void load(List<ActionResult> results) throws SQLException {
    new CaseTable(connection)
        .lockByIds(results.stream().map(ActionResult::caseId).distinct().toList())
        .forEach(c -> cases.put(c.id(), c));
    ColumnArrays.of(results)
        .uuid(ActionResult::actionId)
        .query(
            connection,
            """
            select action_id, action, state, ordered_by, seen_at
            from ordered_action
            where action_id = any(?)
            """,
            row ->
                new Ordered(
                    row.getObject("action_id", UUID.class),
                    EnumCodes.read(Action.class, row.getString("action")),
                    row.getString("state"),
                    row.getString("ordered_by"),
                    row.getTimestamp("seen_at").toInstant()))
        .forEach(o -> orders.put(o.id(), o));
  }

  private static Update update(Case now, Ordered ordered, ActionResult result) {
    UUID id = ordered.id();
    Instant at = result.at();
    if (result instanceof ActionTaken taken) {
      CaseChange change = OnPlatform.taken(now, id, ordered.action(), taken.applied());
      boolean hidden = ordered.action() == Action.HIDE;
      return new Update(ordered.as("taken"), change.after(), change, "", at, hidden);
    }
    ActionFailed failed = (ActionFailed) result;
    String message = failed.message() == null ? "" : failed.message();
    CaseChange change =
        switch (failed.why()) {
          case RETRYING -> OnPlatform.retrying(now, id, message);
          case GONE -> OnPlatform.gone(now, id, message);
          case NOT_SUPPORTED, REFUSED -> OnPlatform.failed(now, id, message, at);
        };
    String state = failed.why() == Why.RETRYING ? "retrying" : "failed";
    return new Update(ordered.as(state), change.after(), change, message, at, false);
  }

  private void write(List<Update> updates) throws SQLException {
    if (updates.isEmpty()) {
      return;
    }
    CaseTable table = new CaseTable(connection);
    Map<UUID, Update> last = new LinkedHashMap<>();
    updates.forEach(u -> last.put(u.after().id(), u));
    table.put(last.values().stream().map(Update::after).toList());
    List<CaseChange> changes = updates.stream().map(Update::change).toList();
    new CaseHistory(transaction).add(changes.stream().map(CaseHistory.Addition::of).toList());
    new HeldOrders(transaction).settle(changes, updates.get(updates.size() - 1).at());
    ColumnArrays.of(last.values())
        .uuid(u -> u.after().id())
        .text(Update::note)
        .execute(
            connection,
            """
            update review_case
            set action_note = n.note
            from unnest(?, ?) as n(id, note)
            where case_id = n.id
            """);
    ColumnArrays.of(updates.stream().filter(Update::hidden).toList())
        .uuid(u -> u.after().id())
        .time(Update::at)
        .execute(
            connection,
            """
            update review_case
            set hidden_at = n.at
            from unnest(?, ?) as n(id, at)
            where case_id = n.id
            """);
    Map<UUID, Update> lastOfOrder = new LinkedHashMap<>();
    updates.forEach(u -> lastOfOrder.put(u.ordered().id(), u));
    ColumnArrays.of(lastOfOrder.values())
        .uuid(u -> u.ordered().id())
        .text(u -> u.ordered().state())
        .time(u -> u.ordered().settled() ? u.at() : null)
        .execute(
            connection,
            """
            update ordered_action
            set state = n.state, done_at = n.at
            from unnest(?, ?, ?) as n(id, state, at)
            where action_id = n.id
            """);
    ColumnArrays.of(last.values().stream().filter(u -> u.ordered().settled()).toList())
        .text(u -> u.after().comment().account())
        .text(u -> u.after().comment().id())
        .text(u -> EnumCodes.of(u.after().situation().visibility()))
        .time(Update::at)
        .execute(
            connection,
            """
            update comment as c set visibility = n.visibility, visibility_at = n.at
            from unnest(?, ?, ?, ?) as n(account, id, visibility, at)
            where c.account = n.account and c.comment_id = n.id and c.visibility_at <= n.at
            """);
  }
}
