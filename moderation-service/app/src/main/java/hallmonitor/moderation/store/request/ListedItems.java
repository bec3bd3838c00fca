package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.store.request.RequestRedactions.Chosen;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Decides items of a request that a person read in a list: all of them, or none. */
public final class ListedItems {
  /** Why nothing is decided if an item is not as the person saw it. */
  public static final Sentence CHANGED =
      Sentence.of(
          "Something in this list changed after you opened it, so nothing was saved. Read what is"
              + " listed now.");

  private final Jdbi database;
  private final RequestRedactions redactions;
  private final Clock clock;

  /** Creates it. */
  public ListedItems(Jdbi database, RequestRedactions redactions, Clock clock) {
    this.database = database;
    this.redactions = redactions;
    this.clock = clock;
  }

  /**
   * An item as the person saw it.
   *
   * @param redacted what was marked; empty if it is released whole, or withheld
   */
  public record Listed(long itemNo, int version, List<Chosen> redacted) {
    public Listed {
      redacted = List.copyOf(redacted);
    }
  }

  /**
   * Decides items that nobody decided or redacted.
   *
   * @param ground for which all of them are withheld; empty to release them, with what was marked
   *     redacted
   * @throws NotLegal if the request is not open, or if someone else changed one of them
   */
  public void decide(UUID requestId, List<Listed> items, Optional<LegalGround> ground, String by) {
    database.useTransaction(
        t -> {
          RequestItems.mayChange(t);
          Locked request = ReviewStart.open(t, requestId, by, clock.instant());
          Map<Outcome, List<Long>> decided = new EnumMap<>(Outcome.class);
          Long groundNo = ground.map(g -> KeptGrounds.keep(t, g)).orElse(null);
          String exemption = ground.map(LegalGround::id).orElse("");
          for (Listed item : items) {
            Outcome outcome = ground.isPresent() ? Outcome.WITHHOLD : released(item);
            decide(t, requestId, item, outcome, exemption, groundNo, by);
            if (outcome == Outcome.REDACT) {
              redactions.add(t, request, item.itemNo(), item.redacted(), by);
            }
            decided.computeIfAbsent(outcome, o -> new ArrayList<>()).add(item.itemNo());
          }
          decided.forEach(
              (outcome, numbers) ->
                  AuditLog.add(
                      t,
                      by,
                      "request-item-" + EnumCodes.of(outcome),
                      "request " + request.number() + ", items " + ItemNumbers.of(t, numbers),
                      (exemption + " in a list").strip()));
        });
  }

  private static Outcome released(Listed item) {
    return item.redacted().isEmpty() ? Outcome.RELEASE : Outcome.REDACT;
  }

  private void decide(
      Handle t,
      UUID requestId,
      Listed item,
      Outcome outcome,
      String exemption,
      @Nullable Long groundNo,
      String by) {
    int changed =
        t.createUpdate(
                """
                update records_request_item set state = :state, exemption = :exemption, ground_no = :ground,
                  note = '', decided_by = :by, decided_at = :now, version = version + 1
                where request_id = :request and item_no = :item and version = :version and state = 'open'
                  and redactions = 0
                """)
            .bind("state", EnumCodes.of(outcome))
            .bind("exemption", exemption)
            .bindByType("ground", groundNo, Long.class)
            .bind("by", by)
            .bind("now", clock.instant())
            .bind("request", requestId)
            .bind("item", item.itemNo())
            .bind("version", item.version())
            .execute();
    if (changed == 0) {
      throw new NotLegal(CHANGED);
    }
  }
}
