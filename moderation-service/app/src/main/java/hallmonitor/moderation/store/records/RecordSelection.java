package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RetentionExemption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Selects the records of a disposal and those of them that stay. A record is a comment with
 * everything stored about it and its case.
 *
 * @param building of their cases; empty for all
 * @param accounts at least one
 * @param before only records seen before this time and without any event since
 * @param zone the district's time zone for the days of holds
 * @param places the building of each account in the district's file
 */
public record RecordSelection(
    RecordKind kind,
    String building,
    List<String> accounts,
    Instant before,
    String zone,
    Map<String, String> places) {

  /** A record that is old enough, with the reason why it stays; empty if it is deleted. */
  public record Candidate(
      @Nested("key") CommentKey key, Optional<UUID> caseId, Optional<RetentionExemption> stays) {}

  /**
   * Rows of a source as {@code k}, with the buildings of accounts; what chooses them is inserted.
   */
  private static final String CANDIDATES =
      """
      with place as (select * from unnest(:placeAccounts, :placeBuildings) as p(account, building)),
      k as materialized (select * from (%s) c %s)
      """;

  private static final String FIRST = "order by c.account, c.comment_id limit :among";

  /**
   * Returns the numbers by reason to stay; those that are deleted have no reason.
   *
   * @param among how many records are looked at, in id order
   */
  public Map<Optional<RetentionExemption>, Long> counts(Handle h, int among) {
    return bind(h.createQuery(
            candidates(FIRST)
                + "select %s as stays, count(*) from k group by 1".formatted(source().stays())))
        .bind("among", among)
        .reduceRows(
            new HashMap<>(),
            (counts, row) -> {
              counts.put(
                  Optional.ofNullable(row.getColumn("stays", String.class))
                      .map(word -> EnumCodes.read(RetentionExemption.class, word)),
                  row.getColumn("count", Long.class));
              return counts;
            });
  }

  /** A record that would be deleted. */
  public record Example(
      String account,
      String commentId,
      UUID caseId,
      String authorName,
      String latestText,
      Instant firstSeenAt,
      Instant lastAt) {}

  /**
   * Returns a random but fixed sample of the records that would be deleted.
   *
   * @param among how many records are looked at, in id order
   * @param most most rows
   */
  public List<Example> examples(Handle h, int among, int most) {
    return bind(h.createQuery(
            candidates(FIRST)
                + """
                select account, comment_id, case_id, author_name, latest_text, first_seen_at, last_at
                from (select *, %s as stays from k) k where stays is null
                order by md5(account || '/' || comment_id) limit :most
                """
                    .formatted(source().stays())))
        .bind("among", among)
        .bind("most", most)
        .map(ConstructorMapper.of(Example.class))
        .list();
  }

  /** Returns the number of all selected records. */
  long size(Handle h) {
    return about(h.createQuery("select count(*) from (%s) c".formatted(source().rows())))
        .mapTo(Long.class)
        .one();
  }

  /**
   * Returns the next records in id order.
   *
   * @param after the last processed one; its id is empty before the first
   */
  List<CommentKey> next(Handle h, CommentKey after, int most) {
    return about(
            h.createQuery(
                """
                select c.account, c.comment_id as id from (%s) c
                where (c.account, c.comment_id) > (:atAccount, :atComment)
                order by c.account, c.comment_id limit :most
                """
                    .formatted(source().rows())))
        .bind("atAccount", after.account())
        .bind("atComment", after.id())
        .bind("most", most)
        .map(ConstructorMapper.of(CommentKey.class))
        .list();
  }

  /**
   * Returns the current state of these. Records no longer selected, such as a comment that got a
   * case, are left out.
   */
  List<Candidate> look(Handle h, Collection<CommentKey> keys) {
    return bind(h.createQuery(
            candidates(
                    "where (c.account, c.comment_id) in (select * from unnest(:keyAccounts, :keyComments))")
                + "select account as key_account, comment_id as key_id, case_id, %s as stays from k"
                    .formatted(source().stays())))
        .bindArray("keyAccounts", String.class, keys.stream().map(CommentKey::account).toList())
        .bindArray("keyComments", String.class, keys.stream().map(CommentKey::id).toList())
        .map(ConstructorMapper.of(Candidate.class))
        .list();
  }

  private Query bind(Query query) {
    List<Map.Entry<String, String>> known = List.copyOf(places.entrySet());
    return about(query)
        .bind("zone", zone)
        .bindArray("placeAccounts", String.class, known.stream().map(Map.Entry::getKey).toList())
        .bindArray(
            "placeBuildings", String.class, known.stream().map(Map.Entry::getValue).toList());
  }

  /** Binds what a source may ask for; not each asks for all. */
  <S extends SqlStatement<S>> S about(S statement) {
    statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    return statement
        .bindArray("accounts", String.class, accounts)
        .bind("before", before)
        .bind("caseless", kind == RecordKind.ALLOWED_COMMENTS)
        .bind("building", building);
  }

  RecordSource source() {
    return RecordSource.of(kind);
  }

  private String candidates(String which) {
    return CANDIDATES.formatted(source().rows(), which);
  }
}
