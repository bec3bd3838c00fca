package hallmonitor.moderation.store.cases;

import hallmonitor.contract.event.CaseEvent.CaseChanged;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.OnEscalation;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Adds entries to case histories. Entries of a case with evidence are also published, once each,
 * for the ledger.
 */
public final class CaseHistory {
  /**
   * Entries not sent to the ledger: the case's start, which is in its capture; attempts; and our
   * own orders that are seen as done before their results arrive.
   */
  private static final Set<String> KEPT_HERE =
      Set.of(
          "opened",
          "escalated",
          "hide-held",
          "action-retrying",
          "seen-hidden",
          "seen-visible",
          "seen-deleted");

  private static final Set<String> WITH_A_REASON =
      Set.of(OnEscalation.BY_HAND, OnEscalation.NOT_IN_TIME);

  /** Kinds of entries that include the author's new revision. */
  private static final Set<String> BY_THE_AUTHOR =
      Set.of("edited", "judged-again", "reopened", "deleted-on-platform");

  /**
   * An entry to add.
   *
   * @param seen the revision that caused it
   * @param captured whether the same change escalates by policy, so that the capture contains
   *     everything
   * @param decision the id of the person's decision behind it; empty if there is none
   */
  public record Addition(
      UUID caseId,
      List<CaseChange.Event> events,
      Optional<CommentSeen> seen,
      boolean captured,
      Optional<UUID> decision) {
    /** Creates an addition that belongs to no decision. */
    public Addition(
        UUID caseId, List<CaseChange.Event> events, Optional<CommentSeen> seen, boolean captured) {
      this(caseId, events, seen, captured, Optional.empty());
    }

    static Addition of(CaseWrite write) {
      return new Addition(
          write.change().after().id(),
          write.change().events(),
          write.seen(),
          write.change().escalation().isPresent() && !saysWhy(write),
          decision(write.change()));
    }

    /** Derives the id from the first entry: an undo that also orders something is one decision. */
    private static Optional<UUID> decision(CaseChange change) {
      return change
          .decided()
          .flatMap(by -> change.events().stream().findFirst())
          .map(first -> CaseIds.ofDecision(first.dedupe()));
    }

    /** The reason of an escalation after the verdict is not in the capture. */
    private static boolean saysWhy(CaseWrite write) {
      return write.change().events().stream().anyMatch(e -> WITH_A_REASON.contains(e.kind()));
    }

    public static Addition of(CaseChange change) {
      return new Addition(
          change.after().id(), change.events(), Optional.empty(), false, decision(change));
    }
  }

  private record Row(Addition of, CaseChange.Event event) {
    boolean isTold() {
      return !of.captured() && !KEPT_HERE.contains(event.kind());
    }

    CaseChanged told(Instant at, Map<String, String> names) {
      return new CaseChanged(
          CaseIds.ofEvent(event.dedupe()),
          of.caseId(),
          event.kind(),
          event.actor(),
          event.detail(),
          of.seen().filter(s -> BY_THE_AUTHOR.contains(event.kind())),
          at,
          of.decision(),
          Optional.ofNullable(names.get(event.actor())));
    }
  }

  private final Handle transaction;

  public CaseHistory(Handle transaction) {
    this.transaction = transaction;
  }

  /**
   * Adds one entry outside a case change.
   *
   * @return whether it is new
   */
  public boolean addTo(UUID caseId, CaseChange.Event event) throws SQLException {
    boolean there =
        transaction
            .createQuery("select true from case_event where dedupe = :dedupe")
            .bind("dedupe", event.dedupe())
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false);
    add(List.of(new Addition(caseId, List.of(event), Optional.empty(), false)));
    return !there;
  }

  /** Adds entries; existing ones are neither added nor published again. */
  public void add(List<Addition> additions) throws SQLException {
    List<Row> rows =
        additions.stream().flatMap(a -> a.events().stream().map(e -> new Row(a, e))).toList();
    Map<String, Instant> added = insert(rows);
    List<Row> told =
        rows.stream().filter(r -> r.isTold() && added.containsKey(r.event().dedupe())).toList();
    Set<UUID> kept = withEvidence(told);
    Map<String, String> names = names(told);
    List<Outbox.Entry> outgoing = new ArrayList<>();
    for (Row row : told) {
      // Removed, because a batch may contain the same entry twice.
      Instant at = kept.contains(row.of().caseId()) ? added.remove(row.event().dedupe()) : null;
      if (at != null) {
        CaseChanged event = row.told(at, names);
        outgoing.add(
            new Outbox.Entry(Topic.CASE_EVENTS.topicName(), event.key(), event, Optional.empty()));
      }
    }
    Outbox.addAll(transaction, outgoing);
  }

  /** Inserts rows and returns the new ones by their dedupe key, with the database's time. */
  private Map<String, Instant> insert(List<Row> rows) throws SQLException {
    Map<String, Instant> added = new HashMap<>();
    ColumnArrays.of(rows)
        .uuid(r -> r.of().caseId())
        .text(r -> r.event().actor())
        .text(r -> r.event().kind())
        .text(r -> r.event().detail())
        .text(r -> r.event().dedupe())
        .query(
            transaction.getConnection(),
            """
            insert into case_event (case_id, actor, kind, detail, dedupe)
            select * from unnest(?, ?, ?, ?, ?) on conflict (dedupe) do nothing returning dedupe, at
            """,
            row -> added.put(row.getString("dedupe"), row.getTimestamp("at").toInstant()));
    return added;
  }

  /** The other services know no user names, so an event contains the person's name. */
  private Map<String, String> names(List<Row> rows) throws SQLException {
    Map<String, String> names = new HashMap<>();
    ColumnArrays.of(rows.stream().map(r -> r.event().actor()).distinct().toList())
        .text(actor -> actor)
        .query(
            transaction.getConnection(),
            "select user_name, display_name from console_user where user_name = any(?)",
            row -> names.put(row.getString("user_name"), row.getString("display_name")));
    return names;
  }

  private Set<UUID> withEvidence(List<Row> rows) throws SQLException {
    return new HashSet<>(
        ColumnArrays.of(rows.stream().map(r -> r.of().caseId()).distinct().toList())
            .uuid(id -> id)
            .query(
                transaction.getConnection(),
                "select case_id from review_case where evidence and case_id = any(?)",
                row -> row.getObject("case_id", UUID.class)));
  }
}
