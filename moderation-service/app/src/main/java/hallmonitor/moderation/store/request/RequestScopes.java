package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.BackgroundWork;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The searches of requests, and what they found: each item once. An item is held against disposal
 * from the transaction that adds it.
 */
public final class RequestScopes {
  /** What was found, with what is there of it now. */
  private static final String FOUND =
      """
      from unnest(cast(:at as timestamptz[]), :accounts, :items, :kinds, :revisions)
        with ordinality as k(at, account, item_id, kind, revision, place)
      left join revision r
        on k.kind <> 'post' and r.account = k.account and r.comment_id = k.item_id and r.revision = k.revision
      left join comment c on k.kind <> 'post' and c.account = k.account and c.comment_id = k.item_id
      left join lateral (
        select body from post_version v
        where k.kind = 'post' and v.account = k.account and v.post_id = k.item_id and v.version = k.revision
        order by v.observed_at limit 1) v on true
      where %s ((r.revision is not null and r.disposal_id is null) or v.body is not null)
      """;

  private static final String ADD =
      """
      insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash)
      select :request, :search, k.account, k.item_id, k.kind, k.revision, k.at,
        encode(sha256(convert_to(case when k.kind = 'post' then v.body
          when r.kind = 'deleted' and btrim(r.body) = '' then c.latest_text else r.body end, 'UTF8')), 'hex')
      %s
      order by k.place
      on conflict (request_id, account, item_id, kind, revision) do nothing
      """
          .formatted(FOUND.formatted(""));

  private static final String GONE = "select count(*) " + FOUND.formatted("not");

  private final Jdbi database;
  private final int most;

  /**
   * Creates it.
   *
   * @param most items of one request
   */
  public RequestScopes(Jdbi database, int most) {
    this.database = database;
    this.most = most;
  }

  /** A search that has more to find. */
  public record Waiting(UUID searchId, UUID requestId, String query, String runBy, String place) {}

  /** What a search found; the fields as in the table. */
  public record FoundItem(
      Instant at, String account, String itemId, String kind, String revision) {}

  /**
   * Adds a search to a request, or runs it again from the start.
   *
   * @param query in its usual form; not blank
   * @throws NotLegal if the request is closed or does not exist
   */
  public void run(UUID requestId, String query, String by) {
    database.useTransaction(
        t -> {
          Locked request = open(t, requestId);
          t.createUpdate(
                  """
                  insert into records_request_search (search_id, request_id, query, run_by)
                  values (gen_random_uuid(), :request, :query, :by)
                  on conflict (request_id, query, run_by) do update
                  set state = 'waiting', place = '', found = 0, added = 0, gone = 0, faults = 0,
                    asked_at = clock_timestamp(), next_at = clock_timestamp(), ended_at = null
                  """)
              .bind("request", requestId)
              .bind("query", query)
              .bind("by", by)
              .execute();
          RequestDesk.tell(t, requestId, request.number(), by, "searched", query);
        });
  }

  private static Locked open(Handle t, UUID requestId) {
    Locked request = RequestDesk.lock(t, requestId);
    if (request.current() == RequestState.CLOSED) {
      throw new NotLegal(Sentence.of("This request is closed."));
    }
    return request;
  }

  /** Returns the search that waits longest, without those that wait after a fault. */
  public Optional<Waiting> next() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select search_id, request_id, query, run_by, place from records_request_search
                    where state = 'waiting' and next_at <= clock_timestamp() order by asked_at limit 1
                    """)
                .map(ConstructorMapper.of(Waiting.class))
                .findOne());
  }

  /**
   * Adds a part of what a search found, and counts what was disposed of before. Nothing happens if
   * another instance added this part, or if the search was run again in the meantime.
   *
   * @param next where it goes on; empty after the last part
   */
  public void add(Waiting search, List<FoundItem> items, String next) {
    database.useTransaction(
        t -> {
          RequestItems.mayChange(t);
          Locked request = RequestDesk.lock(t, search.requestId());
          if (!isStill(t, search)) {
            return;
          }
          if (request.current() == RequestState.CLOSED) {
            end(t, search, "refused");
            return;
          }
          int added =
              with(items, t.createUpdate(ADD))
                  .bind("request", search.requestId())
                  .bind("search", search.searchId())
                  .execute();
          int gone = with(items, t.createQuery(GONE)).mapTo(Integer.class).one();
          if (count(t, search.requestId()) > most) {
            ItemNumbers.remove(t, search);
            end(t, search, "too-many");
            AuditLog.add(
                t,
                search.runBy(),
                "request-too-many",
                "request " + request.number(),
                "search " + search.searchId());
            return;
          }
          t.execute(
              """
              update records_request_search
              set place = ?, found = found + ?, added = added + ?, gone = gone + ?, faults = 0
              where search_id = ?
              """,
              next,
              items.size(),
              added,
              gone,
              search.searchId());
          if (next.isEmpty()) {
            end(t, search, "done");
          }
        });
  }

  /** Ends a search because its person may no longer search; what it found so far stays. */
  public void refuse(Waiting search) {
    database.useTransaction(
        t -> {
          if (isStill(t, search)) {
            end(t, search, "refused");
          }
        });
  }

  /**
   * Notes a fault of a search. It goes on from the same place minutes later; after {@value
   * BackgroundWork#MOST_TRIES} faults in a row it fails, and what it found so far stays.
   */
  public void fault(Waiting search) {
    database.useTransaction(
        t -> {
          if (!isStill(t, search)) {
            return;
          }
          int faults =
              BackgroundWork.tried(t, "records_request_search", "search_id", search.searchId());
          if (faults >= BackgroundWork.MOST_TRIES) {
            end(t, search, "failed");
          }
        });
  }

  private static boolean isStill(Handle t, Waiting search) {
    return t.createQuery(
                """
            select count(*) from (
              select 1 from records_request_search
              where search_id = :id and state = 'waiting' and place = :place for update) found
            """)
            .bind("id", search.searchId())
            .bind("place", search.place())
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  private static void end(Handle t, Waiting search, String state) {
    t.execute(
        "update records_request_search set state = ?, ended_at = clock_timestamp() where search_id = ?",
        state,
        search.searchId());
  }

  private static int count(Handle t, UUID requestId) {
    return t.createQuery("select count(*) from records_request_item where request_id = :id")
        .bind("id", requestId)
        .mapTo(Integer.class)
        .one();
  }

  private static <S extends SqlStatement<S>> S with(List<FoundItem> items, S statement) {
    return statement
        .bindArray(
            "at", String.class, of(items, item -> item.at().atOffset(ZoneOffset.UTC).toString()))
        .bindArray("accounts", String.class, of(items, FoundItem::account))
        .bindArray("items", String.class, of(items, FoundItem::itemId))
        .bindArray("kinds", String.class, of(items, FoundItem::kind))
        .bindArray("revisions", String.class, of(items, FoundItem::revision));
  }

  private static List<String> of(List<FoundItem> items, Function<FoundItem, String> value) {
    return items.stream().map(value).toList();
  }
}
