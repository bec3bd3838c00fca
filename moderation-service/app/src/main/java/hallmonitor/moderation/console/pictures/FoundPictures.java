package hallmonitor.moderation.console.pictures;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.store.archive.ListedPictures;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** In which comments of the archive known pictures were found. */
public final class FoundPictures {
  private static final int NEWEST = 20;

  /**
   * A known picture that was found.
   *
   * @param listedAs as verdicts cite it
   * @param comments number of comments that have it
   */
  public record Found(String listedAs, long comments, List<FoundCase> cases) {
    public Found {
      cases = List.copyOf(cases);
    }
  }

  /** A case of a comment that has it. */
  public record FoundCase(String key, UUID caseId, Instant openedAt) {}

  /** How many comments have it. */
  public record Count(String key, String listedAs, long comments) {}

  private FoundPictures() {}

  /** Returns those that were found, with their newest cases; removed ones, too. */
  static List<Found> all(Handle handle) {
    List<FoundCase> cases = cases(handle);
    return handle
        .createQuery(
            """
            select p.known_key as key, p.known_key || coalesce(' (' || k.name || ')', '') as listed_as,
              count(distinct (p.account, p.comment_id)) as comments
            from picture_reading p left join known_picture k on p.known_key = :list || '/' || k.id
            where p.known_key <> ''
            group by p.known_key, k.name
            order by comments desc, p.known_key
            """)
        .bind("list", ListedPictures.LIST)
        .map(rows(Count.class))
        .list()
        .stream()
        .map(
            count ->
                new Found(
                    count.listedAs(),
                    count.comments(),
                    cases.stream().filter(one -> one.key().equals(count.key())).toList()))
        .toList();
  }

  private static List<FoundCase> cases(Handle handle) {
    return handle
        .createQuery(
            """
            select key, case_id, opened_at
            from (
              select p.known_key as key, rc.case_id, rc.opened_at,
                row_number() over (partition by p.known_key order by rc.opened_at desc, rc.case_id) as place
              from (select distinct known_key, account, comment_id from picture_reading where known_key <> '') p
              join review_case rc using (account, comment_id)) found
            where place <= :newest
            order by key, place
            """)
        .bind("newest", NEWEST)
        .map(rows(FoundCase.class))
        .list();
  }
}
