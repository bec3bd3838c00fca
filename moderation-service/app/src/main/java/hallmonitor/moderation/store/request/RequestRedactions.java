package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.redaction.PictureArea;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * The redactions of items. A decided item with redactions that change is undecided again, so that
 * nothing half redacted counts as done. The audit log says how much was redacted and why, never
 * what.
 */
public final class RequestRedactions {
  private static final String REDACTED = "request-item-redacted";

  private static final String KEPT =
      """
      select r.redaction_no, r.item_no, r.part, r.from_at as span_from, r.to_at as span_to, r.address, r.text_hash,
        r.area_left, r.area_top, r.area_right, r.area_bottom,
        coalesce(g.exemption, '') as ground_id, %s, r.rule, r.state, r.answered_by, r.answered_at
      from records_request_redaction r left join records_request_ground g using (ground_no)
      where r.item_no = any(:items) %s
      order by r.item_no, r.from_at, r.redaction_no
      """;

  private final Jdbi database;
  private final Clock clock;

  /** Creates it. */
  public RequestRedactions(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What a person redacts.
   *
   * @param rule that proposed it; empty if the person chose it
   */
  public record Chosen(Redaction redaction, String rule) {}

  /** A proposal of a rule that a person rejects; the fields as in {@link Redaction}. */
  public record Rejected(RedactedPart part, Span span, String textHash, String rule) {}

  /**
   * Returns the confirmed redactions of items, by their numbers; items without any are left out.
   */
  public static Map<Long, List<Redaction>> confirmed(Handle h, Collection<Long> items) {
    return read(h, items, "and r.state = 'confirmed'").stream()
        .collect(
            Collectors.groupingBy(
                KeptRedaction::itemNo,
                Collectors.mapping(KeptRedaction::redaction, Collectors.toList())));
  }

  /** Returns all of an item: confirmed, rejected, and removed; those of its text in order. */
  public static List<KeptRedaction> of(Handle h, long itemNo) {
    return read(h, List.of(itemNo), "");
  }

  private static List<KeptRedaction> read(Handle h, Collection<Long> items, String which) {
    return h.createQuery(KEPT.formatted(KeptGrounds.WORDS, which))
        .bindArray("items", Long.class, items.toArray())
        .map(ConstructorMapper.of(KeptRedaction.class))
        .list();
  }

  /**
   * Redacts parts of an item. What is redacted already stays as it is.
   *
   * @param version of the item, as the person saw it
   * @throws NotLegal if the request is not open, or if someone else changed the item
   */
  public void redact(UUID requestId, long itemNo, int version, List<Chosen> chosen, String by) {
    change(
        requestId,
        itemNo,
        version,
        true,
        by,
        REDACTED,
        grounds(chosen),
        t -> insert(t, itemNo, chosen, by));
  }

  /** Redacts parts of an item that is decided with them, in the transaction that decides it. */
  void add(Handle t, Locked request, long itemNo, List<Chosen> chosen, String by) {
    insert(t, itemNo, chosen, by);
    changed(t, request, itemNo, by, REDACTED, grounds(chosen));
  }

  private static String grounds(List<Chosen> chosen) {
    return counted(chosen.stream().map(one -> one.redaction().ground().id()));
  }

  /** Counts the redactions of an item again, and says so in the audit log. */
  private static void changed(
      Handle t, Locked request, long itemNo, String by, String act, String detail) {
    t.createUpdate(
            """
            update records_request_item set redactions = (
              select count(*) from records_request_redaction r where r.item_no = :item and r.state = 'confirmed')
            where item_no = :item
            """)
        .bind("item", itemNo)
        .execute();
    String item = "request " + request.number() + ", item " + ItemNumbers.of(t, List.of(itemNo));
    AuditLog.add(t, by, act, item, detail);
  }

  private void insert(Handle t, long itemNo, List<Chosen> chosen, String by) {
    Set<Redaction> there =
        read(t, List.of(itemNo), "and r.state = 'confirmed'").stream()
            .map(KeptRedaction::redaction)
            .collect(Collectors.toSet());
    Map<LegalGround, Long> grounds = new HashMap<>();
    for (Chosen one : chosen) {
      Redaction r = one.redaction();
      if (there.add(r)) {
        Rejected place = new Rejected(r.part(), r.span(), r.textHash(), one.rule());
        long ground = grounds.computeIfAbsent(r.ground(), g -> KeptGrounds.keep(t, g));
        insert(t, itemNo, place, r.address(), r.area(), ground, by);
      }
    }
  }

  /** Returns each word once with its count, such as {@code ferpa: 2}. */
  private static String counted(Stream<String> words) {
    return words
        .collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(one -> one.getKey() + ": " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  /**
   * Rejects proposals, which are not made again.
   *
   * @throws NotLegal if the request is not open, or if someone else changed the item
   */
  public void reject(UUID requestId, long itemNo, int version, List<Rejected> rejected, String by) {
    change(
        requestId,
        itemNo,
        version,
        false,
        by,
        "request-item-not-redacted",
        counted(rejected.stream().map(one -> EnumCodes.of(one.part()))),
        t -> rejected.forEach(one -> insert(t, itemNo, one, "", PictureArea.NONE, null, by)));
  }

  /**
   * Removes redactions.
   *
   * @throws NotLegal if the request is not open, if someone else changed the item, or if one of
   *     them is not in effect
   */
  public void remove(UUID requestId, long itemNo, int version, List<Long> numbers, String by) {
    change(
        requestId,
        itemNo,
        version,
        true,
        by,
        "request-item-redaction-removed",
        "" + numbers.size(),
        t -> {
          int removed =
              t.createUpdate(
                      """
                      update records_request_redaction set state = 'removed', removed_by = :by, removed_at = :now
                      where item_no = :item and state = 'confirmed' and redaction_no = any(:numbers)
                      """)
                  .bind("by", by)
                  .bind("now", clock.instant())
                  .bind("item", itemNo)
                  .bindArray("numbers", Long.class, numbers.toArray())
                  .execute();
          if (removed < numbers.size()) {
            throw new NotLegal(RequestItems.CHANGED);
          }
        });
  }

  private void change(
      UUID requestId,
      long itemNo,
      int version,
      boolean again,
      String by,
      String act,
      String detail,
      Consumer<Handle> change) {
    database.useTransaction(
        t -> {
          RequestItems.mayChange(t);
          Locked request = ReviewStart.open(t, requestId, by, clock.instant());
          // The state comes first: a released item has no redactions.
          int opened =
              t.createUpdate(
                      """
                      update records_request_item set version = version + 1,
                        decided_by = case when :again and state <> 'later' then '' else decided_by end,
                        decided_at = case when :again and state <> 'later' then null else decided_at end,
                        state = case when :again and state <> 'later' then 'open' else state end,
                        exemption = case when :again then '' else exemption end,
                        ground_no = case when :again then null else ground_no end
                      where request_id = :request and item_no = :item and version = :version
                      """)
                  .bind("item", itemNo)
                  .bind("again", again)
                  .bind("request", requestId)
                  .bind("version", version)
                  .execute();
          if (opened == 0) {
            throw new NotLegal(RequestItems.CHANGED);
          }
          change.accept(t);
          changed(t, request, itemNo, by, act, detail);
        });
  }

  private void insert(
      Handle t,
      long itemNo,
      Rejected place,
      String address,
      PictureArea area,
      @Nullable Long ground,
      String by) {
    t.createUpdate(
            """
            insert into records_request_redaction (item_no, part, from_at, to_at, address, text_hash, area_left, area_top,
              area_right, area_bottom, rule, state, ground_no, answered_by, answered_at)
            values (:item, :part, :from, :to, :address, :hash, :left, :top, :right, :bottom, :rule,
              case when :ground::bigint is null then 'rejected' else 'confirmed' end, :ground, :by, :now)
            """)
        .bind("item", itemNo)
        .bind("part", EnumCodes.of(place.part()))
        .bind("from", place.span().from())
        .bind("to", place.span().to())
        .bind("address", address)
        .bind("hash", place.textHash())
        .bind("left", area.left())
        .bind("top", area.top())
        .bind("right", area.right())
        .bind("bottom", area.bottom())
        .bind("rule", place.rule())
        .bindByType("ground", ground, Long.class)
        .bind("by", by)
        .bind("now", clock.instant())
        .execute();
  }

  /** Redacts the same words in other items with the same text, which are undecided. */
  static void copy(Handle t, long itemNo, Collection<Long> equal, String by) {
    t.createUpdate(
            """
            insert into records_request_redaction (item_no, part, from_at, to_at, text_hash, rule, state, ground_no,
              answered_by)
            select i.item_no, r.part, r.from_at, r.to_at, r.text_hash, r.rule, 'confirmed', r.ground_no, :by
            from records_request_redaction r join records_request_item i on i.item_no = any(:equal)
            where r.item_no = :item and r.state = 'confirmed' and r.part = 'text'
            """)
        .bind("by", by)
        .bind("item", itemNo)
        .bindArray("equal", Long.class, equal.toArray())
        .execute();
  }
}
