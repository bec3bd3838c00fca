package hallmonitor.moderation.console.past;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.casework.past.PastOrder;
import hallmonitor.moderation.casework.past.PastPost;
import hallmonitor.moderation.casework.past.PastSight;
import hallmonitor.moderation.casework.past.PastText;
import hallmonitor.moderation.casework.past.StandingComment;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads times and names of all texts of a post and of those of its comments that the viewer may
 * see, without their words.
 */
@ApplicationScoped
class PastQueries {
  /**
   * So many comments and versions of one post are arranged, the first ones; more would take long.
   */
  static final int MOST = 20_000;

  private static final String COMMENTS =
      """
      from comment c
      left join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
      where c.account = :account
        and c.post_id = :post
        and c.visibility <> 'elsewhere'
        and %s
      """
          .formatted(Scope.ofComments("c.account"));

  private static final String IS_THERE =
      """
      select exists (
        select from (values (cast(:account as text), cast(:post as text))) as k(account, post_id)
        left join post_judgment j using (account, post_id)
        where %s
          and (exists (select from post_version v where v.account = k.account and v.post_id = k.post_id)
            or exists (select from comment c where c.account = k.account and c.post_id = k.post_id
              and c.visibility <> 'elsewhere')))
        or exists (select %s)
      """
          .formatted(Scope.ofComments("j.building", "k.account"), COMMENTS);

  private static final String THESE =
      """
      with these as (
        select c.account, c.comment_id, c.parent_id, c.first_seen_at, c.from_history
        %s
        order by c.first_seen_at, c.comment_id
        limit :most)
      """
          .formatted(COMMENTS);

  /** A text that returned under its old name is not archived twice, so its return has a note. */
  private static final String TIMES =
      THESE
          + """
      select t.comment_id, t.parent_id, t.first_seen_at, t.from_history, r.revision, r.at as observed_at, r.claimed_at
      from these t
      left join lateral (
        select r.revision, r.observed_at as at, r.claimed_at
        from revision r
        where r.account = t.account and r.comment_id = t.comment_id and r.kind <> 'deleted'
        union all
        select n.revision, n.at, r.claimed_at
        from text_change n
        join revision r using (account, comment_id, revision)
        where n.account = t.account and n.comment_id = t.comment_id and r.kind <> 'deleted') r on true
      order by t.first_seen_at, t.comment_id, r.at
      """;

  private static final String SIGHTS =
      THESE
          + """
      select t.comment_id, s.at, s.visibility, o.action_id, o.ordered_at
      from these t
      join visibility_change s on s.account = t.account and s.comment_id = t.comment_id
      left join ordered_action o on o.action_id = s.action_id
      order by s.id
      """;

  /**
   * What comments said of the post before it was read itself is the beginning of that version, and
   * no version of its own.
   */
  private static final String VERSIONS =
      """
      select case when beginning then later else version end as version, observed_at,
        case when beginning then coalesce(claimed_at, later_claimed) else claimed_at end as claimed_at
      from (
        select v.version, v.observed_at, v.claimed_at, lead(v.version) over told as later,
          lead(v.claimed_at) over told as later_claimed,
          coalesce(not v.listed and lead(v.listed) over told and lead(v.title) over told = v.title
            and starts_with(lead(v.body) over told, v.body), false) as beginning,
          coalesce(v.listed and not lag(v.listed) over told and lag(v.title) over told = v.title
            and starts_with(v.body, lag(v.body) over told), false) as known
        from post_version v
        where v.account = :account and v.post_id = :post
        window told as (order by v.observed_at)) versions
      where not known
      order by observed_at
      limit :most
      """;

  private static final String PICTURES =
      """
      select pictures from post_version
      where account = :account and post_id = :post and cardinality(pictures) > 0
      order by observed_at desc
      limit :most
      """;

  /** A row of {@link #TIMES}. */
  public record TimeRow(
      String commentId,
      @Nullable String parentId,
      Instant firstSeenAt,
      boolean fromHistory,
      @Nullable String revision,
      @Nullable Instant observedAt,
      @Nullable Instant claimedAt) {}

  /** A row of {@link #SIGHTS}. */
  public record SightRow(
      String commentId,
      Instant at,
      String visibility,
      @Nullable UUID actionId,
      @Nullable Instant orderedAt) {
    private PastSight sight() {
      return new PastSight(
          at,
          EnumCodes.read(Visibility.class, visibility),
          actionId == null || orderedAt == null
              ? Optional.empty()
              : Optional.of(new PastOrder(actionId, orderedAt)));
    }
  }

  /** A version of the post without its words. */
  public record VersionRow(String version, Instant observedAt, @Nullable Instant claimedAt) {}

  private final ConsoleDatabase database;

  PastQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns whether anything of the post is archived, and the viewer may see it. */
  boolean isThere(CommentKey post, Sight sight) {
    return database.read(h -> query(h, IS_THERE, post, sight).mapTo(boolean.class).one());
  }

  /** Returns the addresses of pictures of each version of a post, the newest version first. */
  List<List<String>> pictures(CommentKey post) {
    return database.read(
        h ->
            h.createQuery(PICTURES)
                .bind("account", post.account())
                .bind("post", post.id())
                .bind("most", MOST)
                .map((row, context) -> List.of((String[]) row.getArray("pictures").getArray()))
                .list());
  }

  /** Returns everything that is known, without any words. */
  PastPost read(CommentKey post, Sight sight) {
    return database.read(h -> read(h, post, sight));
  }

  static PastPost read(Handle h, CommentKey post, Sight sight) {
    List<VersionRow> versions =
        h.createQuery(VERSIONS)
            .bind("account", post.account())
            .bind("post", post.id())
            .bind("most", MOST)
            .map(rows(VersionRow.class))
            .list();
    Map<String, List<PastSight>> sights = new HashMap<>();
    query(h, SIGHTS, post, sight)
        .bind("most", MOST)
        .map(rows(SightRow.class))
        .forEach(
            row ->
                sights.computeIfAbsent(row.commentId(), any -> new ArrayList<>()).add(row.sight()));
    Map<String, List<TimeRow>> times = new HashMap<>();
    query(h, TIMES, post, sight)
        .bind("most", MOST)
        .map(rows(TimeRow.class))
        .forEach(row -> times.computeIfAbsent(row.commentId(), any -> new ArrayList<>()).add(row));
    return new PastPost(
        versions.stream()
            .map(VersionRow::claimedAt)
            .flatMap(Stream::ofNullable)
            .min(Instant::compareTo),
        versions.stream().map(v -> new PastText(v.version(), v.observedAt())).toList(),
        times.values().stream()
            .map(of -> comment(of, sights.getOrDefault(of.get(0).commentId(), List.of())))
            .toList());
  }

  /** Returns a comment from its rows, which are in the order of its texts. */
  private static StandingComment comment(List<TimeRow> texts, List<PastSight> sights) {
    TimeRow first = texts.get(0);
    List<PastText> all = new ArrayList<>();
    for (TimeRow row : texts) {
      if (row.revision() != null && row.observedAt() != null) {
        all.add(new PastText(row.revision(), row.observedAt()));
      }
    }
    Instant firstRead =
        Stream.concat(Stream.of(first.firstSeenAt()), all.stream().map(PastText::at))
            .min(Instant::compareTo)
            .orElseThrow();
    return new StandingComment(
        first.commentId(),
        first.parentId(),
        firstRead,
        first.fromHistory() ? Optional.ofNullable(first.claimedAt()) : Optional.empty(),
        all,
        sights);
  }

  static Query query(Handle h, String sql, CommentKey post, Sight sight) {
    return sight.bind(h.createQuery(sql)).bind("account", post.account()).bind("post", post.id());
  }
}
