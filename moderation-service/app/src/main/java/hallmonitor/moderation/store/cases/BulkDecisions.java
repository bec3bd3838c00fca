package hallmonitor.moderation.store.cases;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.SeenCase;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One decision on several cases. Each item is decided and logged in its own transaction: a failure
 * does not affect the others, and sending the same form again continues an interrupted one.
 */
public final class BulkDecisions {
  /** Most cases per bulk decision. */
  public static final int MOST = 200;

  /**
   * A bulk decision.
   *
   * @param id given with the form
   * @param by a user name
   * @param clause for all; empty for each case's own
   * @param items at most {@value #MOST}
   */
  public record Bulk(
      UUID id,
      String by,
      Decision.Kind kind,
      Optional<Clause> clause,
      String note,
      List<SeenCase> items) {
    public Bulk {
      items = List.copyOf(items);
      if (items.isEmpty() || items.size() > MOST) {
        throw new IllegalArgumentException("a bulk has 1 to " + MOST + " items");
      }
    }
  }

  /**
   * The result for one case.
   *
   * @param sentence for people
   */
  public record Came(SeenCase seen, boolean done, String sentence) {}

  private final Jdbi database;
  private final CaseStore cases;
  private final Runnable relay;

  /**
   * Creates the service.
   *
   * @param relay called after a commit that must be published
   */
  public BulkDecisions(Jdbi database, CaseStore cases, Runnable relay) {
    this.database = database;
    this.cases = cases;
    this.relay = relay;
  }

  /**
   * Carries out a decision.
   *
   * @return the results in item order; empty if another person's bulk decision has the same id
   */
  public Optional<List<Came>> carryOut(Bulk bulk) {
    if (!database.inTransaction(t -> begin(t, bulk))) {
      return Optional.empty();
    }
    List<Came> came = new ArrayList<>();
    for (int i = 0; i < bulk.items().size(); i++) {
      int position = i;
      came.add(database.inTransaction(t -> one(t, bulk, position)));
    }
    relay.run();
    return Optional.of(came);
  }

  private static boolean begin(Handle t, Bulk bulk) {
    int added =
        t.execute(
            """
            insert into bulk (bulk_id, by, decision, clause, note)
            values (?, ?, ?, ?, ?)
            on conflict do nothing
            """,
            bulk.id(),
            bulk.by(),
            EnumCodes.of(bulk.kind()),
            bulk.clause().map(Clause::id).orElse(""),
            bulk.note());
    if (added > 0) {
      AuditLog.add(
          t,
          bulk.by(),
          "bulk-" + EnumCodes.of(bulk.kind()),
          "bulk " + bulk.id(),
          bulk.items().size() + " cases. " + bulk.note());
    }
    return added > 0
        || t.createQuery("select by = :by from bulk where bulk_id = :id")
            .bind("by", bulk.by())
            .bind("id", bulk.id())
            .mapTo(Boolean.class)
            .one();
  }

  private Came one(Handle t, Bulk bulk, int position) {
    SeenCase item = bulk.items().get(position);
    // A parallel submission of the same form waits here and then finds it done.
    t.createQuery("select 1 from bulk where bulk_id = :id for update")
        .bind("id", bulk.id())
        .mapTo(Integer.class)
        .one();
    return t.createQuery(
            """
            select result, sentence, case_id
            from bulk_item
            where bulk_id = :id
              and position = :position
            """)
        .bind("id", bulk.id())
        .bind("position", position)
        .map(
            (row, context) ->
                item.caseId().equals(row.getObject("case_id", UUID.class))
                    ? new Result(row.getString("result"), row.getString("sentence"))
                    : OTHERS)
        .findOne()
        .orElseGet(() -> log(t, bulk, position, decide(t, bulk, item)))
        .of(item);
  }

  /** The same form was sent again with other cases: the first ones count. */
  private static final Result OTHERS =
      new Result(
          "changed",
          "The form was sent before, for other cases. Nothing was done to it: choose it in the queue.");

  private record Result(String code, String sentence) {
    Came of(SeenCase seen) {
      return new Came(seen, code.equals("done"), sentence);
    }
  }

  /** Both refusals come before any write. */
  private Result decide(Handle t, Bulk bulk, SeenCase item) {
    try {
      cases.decide(
          t,
          new Decision(
              item.caseId(), item.version(), bulk.kind(), bulk.by(), bulk.clause(), bulk.note()));
      return new Result("done", "Done.");
    } catch (CaseChanged e) {
      return new Result(
          "changed", "It changed after the preview was made. Nothing was done to it.");
    } catch (NotLegal e) {
      return new Result("refused", String.valueOf(e.getMessage()));
    }
  }

  private static Result log(Handle t, Bulk bulk, int position, Result result) {
    SeenCase item = bulk.items().get(position);
    t.execute(
        """
        insert into bulk_item (bulk_id, position, case_id, version, result, sentence)
        values (?, ?, ?, ?, ?, ?)
        """,
        bulk.id(),
        position,
        item.caseId(),
        item.version(),
        result.code(),
        result.sentence());
    return result;
  }
}
