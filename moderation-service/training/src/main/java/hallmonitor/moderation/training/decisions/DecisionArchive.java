package hallmonitor.moderation.training.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.training.decisions.DecidedComment.Bars;
import hallmonitor.moderation.training.decisions.Statement.Source;
import hallmonitor.settings.district.District;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what people decided, comment by comment, through a cursor: memory use does not depend on
 * the archive's size, and no one is blocked.
 */
final class DecisionArchive implements AutoCloseable {
  private static final int AT_ONCE = 1_000;

  /**
   * The statements of people that still stand. A case that was reopened, by an undo, an edit or an
   * escalation, starts over; the order of an undo has the version of the undo in its key and is not
   * a decision. The person who overturned an appeal had the last word.
   */
  private static final String SAID =
      """
      select rc.account, rc.comment_id, rc.revision, rc.case_id, rc.building, 'DECISION' as source,
        rc.decided_by as person, rc.state in ('confirmed', 'hidden') as breaks,
        coalesce(nullif(rc.decision_clause, ''), rc.clause) as clause,
        rc.decision_clause not in ('', rc.clause) as corrected, rc.category, rc.decided_at as at
      from review_case rc
      where rc.state <> 'open' and rc.decided_by is not null
      union all
      select rc.account, rc.comment_id, rc.revision, rc.case_id, rc.building, 'OVERRULED', ev.actor,
        ev.kind in ('confirmed', 'hide-ordered'), '', false, '', ev.at
      from review_case rc
      cross join lateral (
        select coalesce(max(b.id), 0) as id from case_event b
        where b.case_id = rc.case_id and b.kind in ('opened', 'reopened', 'escalated-by-hand')) begun
      join case_event ev on ev.case_id = rc.case_id and ev.id > begun.id
      where rc.state <> 'open' and ev.actor not in ('policy', 'ingest', 'notifier', rc.decided_by)
        and ev.kind in ('confirmed', 'dismissed', 'hide-ordered', 'restore-ordered', 'hide-cancelled')
        and not exists (select from case_event undo where undo.id = begun.id
          and split_part(undo.dedupe, '/', 3) = split_part(ev.dedupe, '/', 3))
        and not exists (select from appeal a where a.case_id = rc.case_id and a.about = 'hide'
          and a.state = 'overturned' and a.decided_by = rc.decided_by)
      union all
      select rc.account, rc.comment_id, rc.revision, rc.case_id, rc.building, 'ESCALATION', e.person,
        not e.false_alarm, e.clause, false, e.category, e.state_at
      from escalation_state e
      join review_case rc using (case_id)
      where e.state = 'closed' and e.raised_at >= rc.seen_at
      union all
      select q.account, q.comment_id, q.revision, rc.case_id, coalesce(rc.building, q.building), 'SAMPLE',
        q.judged_by, not q.allowed_right, '', false, q.category, null
      from quality_sample q
      left join review_case rc using (account, comment_id)
      where q.judged_by is not null
      """;

  /**
   * The same condition as for a disposal: what a hold keeps there is kept here. Its argument is the
   * name of a row with account, author, case, building and times.
   */
  private static final String HELD =
      """
      exists (select from record_hold h where h.lifted_at is null and (
        h.case_id = %1$s.case_id
        or h.covers = 'author' and h.account = %1$s.account and h.author_key = %1$s.author_key
        or h.covers = 'everything' and h.account in ('', %1$s.account)
          and (h.building in ('', %1$s.building) or %1$s.building = ''
            or h.building in (select p.building from place p where p.account = %1$s.account))
          and (h.from_day is null
            or %1$s.latest >= h.from_day::timestamp at time zone z.zone)
          and (h.until_day is null or %1$s.first_seen_at < (h.until_day + 1)::timestamp at time zone z.zone)))
      """;

  private static final String ALL =
      """
      with z as (select ?::text as zone, coalesce(?::date, '-infinity'::date) as since),
      place as (select * from unnest(?::text[], ?::text[]) as p(account, building)),
      said as (%s)
      select s.account, s.comment_id, s.revision, s.source, coalesce(s.person, '') as person, s.breaks, s.clause,
        s.corrected, s.category, r.body, r.language, r.findings, c.author_key, c.author_name,
        btrim(concat_ws(e'\\n', p.title, p.body), e' \\n') as post,
        case when parent.disposal_id is null and not %s then coalesce(parent.latest_text, '') else '' end as parent,
        c.disposal_id is not null or r.disposal_id is not null as disposed,
        %s as held,
        exists (select from appeal a where a.case_id = s.case_id and a.about = 'hide' and a.state = 'open')
          as contested,
        exists (select from revision n where n.account = s.account and n.comment_id = s.comment_id
          and n.kind <> 'deleted' and n.observed_at > r.observed_at and n.observed_at < s.at) as edited
      from said s
      cross join z
      join revision r using (account, comment_id, revision)
      join comment c on c.account = s.account and c.comment_id = s.comment_id
      left join post p on p.account = c.account and p.post_id = c.post_id
      left join comment parent on parent.account = c.account and parent.comment_id = c.parent_id
      left join review_case pc on pc.account = parent.account and pc.comment_id = parent.comment_id
      cross join lateral (
        select s.account, c.author_key, s.case_id, s.building, c.first_seen_at,
          greatest(c.changed_at, c.visibility_at, r.judged_at, s.at) as latest) own
      cross join lateral (
        select parent.account, parent.author_key, pc.case_id, coalesce(pc.building, s.building) as building,
          parent.first_seen_at,
          greatest(parent.changed_at, parent.visibility_at, pc.decided_at, (
            select max(pr.judged_at) from revision pr
            where pr.account = parent.account and pr.comment_id = parent.comment_id)) as latest) above
      where r.kind <> 'deleted' and r.observed_at >= z.since
      order by s.account, s.comment_id, s.revision, s.source
      """
          .formatted(SAID, HELD.formatted("above"), HELD.formatted("own"));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final District district;
  private final Optional<LocalDate> since;

  /**
   * Opens the archive.
   *
   * @param connection is closed with this object
   * @param district for its time zone, which applies to the days of holds, and its buildings
   * @param since first day, by the time when the connector read the comments; empty for all
   */
  DecisionArchive(Connection connection, District district, Optional<LocalDate> since)
      throws SQLException {
    this.connection = connection;
    this.district = district;
    this.since = since;
    connection.setAutoCommit(false); // required for a cursor
  }

  /** Reads the decided comments, ordered by account and id. */
  void read(Consumer<DecidedComment> each) throws SQLException {
    try (PreparedStatement all = connection.prepareStatement(ALL)) {
      List<District.Account> accounts = district.accounts();
      all.setString(1, district.timeZone().getId());
      all.setDate(2, since.map(Date::valueOf).orElse(null));
      all.setArray(3, texts(accounts.stream().map(District.Account::id).toList()));
      all.setArray(4, texts(accounts.stream().map(District.Account::building).toList()));
      all.setFetchSize(AT_ONCE);
      try (ResultSet rows = all.executeQuery()) {
        List<DecidedComment> same = new ArrayList<>();
        while (rows.next()) {
          DecidedComment one = comment(rows);
          if (!same.isEmpty() && !isSame(same.get(0), one)) {
            each.accept(together(same));
            same.clear();
          }
          same.add(one);
        }
        if (!same.isEmpty()) {
          each.accept(together(same));
        }
      }
    }
    connection.rollback();
  }

  /** Returns the number of cases that wait for a person. */
  long open() throws SQLException {
    try (PreparedStatement open =
            connection.prepareStatement(
                "select count(*) as open from review_case where state = 'open'");
        ResultSet row = open.executeQuery()) {
      row.next();
      return row.getLong("open");
    }
  }

  /** Writes to the service's audit log, which is append-only. */
  void audit(String actor, String target, String detail) throws SQLException {
    try (PreparedStatement add =
        connection.prepareStatement(
            """
            insert into audit (actor, act, target, detail)
            values (?, 'decisions-exported', ?, ?)
            """)) {
      add.setString(1, actor);
      add.setString(2, target);
      add.setString(3, detail);
      add.executeUpdate();
    }
    connection.commit();
  }

  private java.sql.Array texts(List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private static boolean isSame(DecidedComment one, DecidedComment other) {
    return one.account().equals(other.account())
        && one.commentId().equals(other.commentId())
        && one.revision().equals(other.revision());
  }

  /** Returns one comment with everyone's statements. */
  private static DecidedComment together(List<DecidedComment> rows) {
    DecidedComment first = rows.get(0);
    return new DecidedComment(
        first.account(),
        first.commentId(),
        first.revision(),
        first.text(),
        first.language(),
        first.authorKey(),
        first.author(),
        first.post(),
        first.parent(),
        first.findings(),
        new Bars(
            rows.stream().anyMatch(r -> r.bars().disposed()),
            rows.stream().anyMatch(r -> r.bars().held()),
            rows.stream().anyMatch(r -> r.bars().contested())),
        rows.stream().flatMap(r -> r.statements().stream()).toList());
  }

  private static DecidedComment comment(ResultSet row) throws SQLException {
    return new DecidedComment(
        row.getString("account"),
        row.getString("comment_id"),
        row.getString("revision"),
        row.getString("body"),
        row.getString("language"),
        row.getString("author_key"),
        row.getString("author_name"),
        row.getString("post"),
        row.getString("parent"),
        findings(row.getString("findings")),
        new Bars(row.getBoolean("disposed"), row.getBoolean("held"), row.getBoolean("contested")),
        List.of(
            new Statement(
                Source.valueOf(row.getString("source")),
                row.getString("person"),
                row.getBoolean("breaks"),
                row.getString("clause"),
                row.getBoolean("corrected"),
                row.getString("category"),
                row.getBoolean("edited"))));
  }

  /**
   * Returns the highest score of each category. The policy reader's answer is not a finding of its
   * own and not calibrated, so it must not become a label.
   */
  static Map<Category, Double> findings(String json) {
    try {
      Map<Category, Double> highest = new EnumMap<>(Category.class);
      for (JsonNode finding : JSON.readTree(json)) {
        if (finding.path("detector").asText().equals(PolicyReading.NAME)) {
          continue;
        }
        String label = finding.path("category").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        double score = finding.path("score").asDouble();
        Category.of(label).ifPresent(category -> highest.merge(category, score, Math::max));
      }
      return highest;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the archive's findings are not JSON", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
