package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.ItemDecision;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What is decided about the items of requests: each decision with its entry in the audit log. */
public final class RequestItems {
  static final Sentence CHANGED =
      Sentence.of(
          "Someone else decided this item after you opened it, so nothing was saved. Read what they"
              + " decided.");

  /** Why an item with another text than that of the search is not released. */
  public static final Sentence OTHER_TEXT =
      Sentence.of(
          "The text is not the one that the request found, so nothing of it is released. Withhold this"
              + " item.");

  private final Jdbi database;
  private final Clock clock;

  /** Creates it. */
  public RequestItems(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Decides one item, and equal ones that nobody decided. In these, the same words are redacted. If
   * the name of the author or the title is redacted, too, the equal ones stay undecided: theirs are
   * other names, which a person must read.
   *
   * @param version of the item, as the person saw it
   * @param equal numbers of items with the same text; those that someone decided or redacted stay
   *     as they are
   * @return number of decided items
   * @throws NotLegal if the request is not open, if someone else decided the item in the meantime,
   *     if it is released whole with redactions, or if its words were redacted in another text
   */
  public int decide(
      UUID requestId,
      long itemNo,
      int version,
      ItemDecision decision,
      Collection<Long> equal,
      String by) {
    return database.inTransaction(
        t -> {
          mayChange(t);
          Locked request = ReviewStart.open(t, requestId, by, clock.instant());
          List<Redaction> redactions = mustAllow(t, requestId, itemNo, version, decision.outcome());
          update(t, requestId, decision, by, List.of(itemNo), "true");
          long words = redactions.stream().filter(r -> r.part() == RedactedPart.TEXT).count();
          boolean redacts = decision.outcome() == Outcome.REDACT;
          boolean named = redacts && words < redactions.size();
          List<Long> alike =
              equal.isEmpty() || redacts && words == 0
                  ? List.of()
                  : named
                      ? undecided(t, requestId, equal)
                      : update(
                          t, requestId, decision, by, equal, "state = 'open' and redactions = 0");
          if (redacts && !alike.isEmpty()) {
            RequestRedactions.copy(t, itemNo, alike, by);
            t.createUpdate(
                    "update records_request_item set redactions = :words where item_no = any(:items)")
                .bind("words", words)
                .bindArray("items", Long.class, alike.toArray())
                .execute();
          }
          String ground = decision.ground().map(LegalGround::id).orElse("");
          AuditLog.add(
              t,
              by,
              "request-item-" + EnumCodes.of(decision.outcome()),
              "request " + request.number() + ", item " + ItemNumbers.of(t, List.of(itemNo)),
              alike.isEmpty()
                  ? ground
                  : (named
                          ? "%s, and the same words redacted in %d with the same text: items %s"
                          : "%s and %d with the same text: items %s")
                      .formatted(ground, alike.size(), ItemNumbers.of(t, alike))
                      .strip());
          return named ? 1 : 1 + alike.size();
        });
  }

  /** Returns those that nobody decided or redacted, as changed. */
  private static List<Long> undecided(Handle t, UUID requestId, Collection<Long> items) {
    return t.createQuery(
            """
            update records_request_item set version = version + 1
            where request_id = :request and item_no = any(:items) and state = 'open' and redactions = 0
            returning item_no
            """)
        .bind("request", requestId)
        .bindArray("items", Long.class, items.toArray())
        .mapTo(Long.class)
        .list();
  }

  /** Returns the redactions of an item. */
  private static List<Redaction> mustAllow(
      Handle t, UUID requestId, long itemNo, int version, Outcome outcome) {
    String textHash =
        t.createQuery(
                """
                select text_hash from records_request_item
                where request_id = :request and item_no = :item and version = :version
                """)
            .bind("request", requestId)
            .bind("item", itemNo)
            .bind("version", version)
            .mapTo(String.class)
            .findOne()
            .orElseThrow(() -> new NotLegal(CHANGED));
    List<Redaction> redactions =
        RequestRedactions.confirmed(t, List.of(itemNo)).getOrDefault(itemNo, List.of());
    if (outcome == Outcome.RELEASE && !redactions.isEmpty()) {
      throw new NotLegal(
          Sentence.of(
              "Parts of this item are redacted. Remove these redactions to release it whole."));
    }
    if (outcome == Outcome.REDACT
        && redactions.stream()
            .anyMatch(r -> r.part() == RedactedPart.TEXT && !r.textHash().equals(textHash))) {
      throw new NotLegal(OTHER_TEXT);
    }
    return redactions;
  }

  /**
   * Waits for a disposal's step. Call it before a request is locked: the step locks this table
   * first, and then requests.
   */
  static void mayChange(Handle t) {
    t.execute("lock table records_request_item in row exclusive mode");
  }

  private List<Long> update(
      Handle t,
      UUID requestId,
      ItemDecision decision,
      String by,
      Collection<Long> items,
      String which) {
    return t.createQuery(
            """
            update records_request_item set state = :state, exemption = :exemption, ground_no = :ground, note = :note,
              decided_by = :by, decided_at = :now, version = version + 1
            where request_id = :request and item_no = any(:items) and %s returning item_no
            """
                .formatted(which))
        .bind("state", EnumCodes.of(decision.outcome()))
        .bind("exemption", decision.ground().map(LegalGround::id).orElse(""))
        .bindByType(
            "ground", decision.ground().map(g -> KeptGrounds.keep(t, g)).orElse(null), Long.class)
        .bind("note", decision.note())
        .bind("by", by)
        .bind("now", clock.instant())
        .bind("request", requestId)
        .bindArray("items", Long.class, items.toArray())
        .mapTo(Long.class)
        .list();
  }
}
