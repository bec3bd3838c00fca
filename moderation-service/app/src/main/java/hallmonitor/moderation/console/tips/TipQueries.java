package hallmonitor.moderation.console.tips;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/** Reads tips in a person's scope, which is that of their cases. */
@ApplicationScoped
public class TipQueries {
  /** Most rows of a page. */
  static final int PAGE = 50;

  private static final String SELECT =
      """
      select t.tip_id, t.case_id, t.reference as signs, t.way, t.urgency, t.category, t.link, t.place, t.body,
        case when t.anonymous then '' else t.reporter end as reporter,
        t.anonymous and t.reporter <> '' as anonymous, t.screenshot is not null as screenshot, t.received_at,
        rc.building, %s as state
      from tip t join review_case rc using (case_id)
      where <in_scope> and %%s
      order by t.received_at desc, t.tip_id limit :most offset :from
      """
          .formatted(TipStatus.SQL);

  private final ConsoleDatabase database;

  TipQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Returns the newest, and one more if there are more.
   *
   * @param open whether to leave out tips about decided cases
   * @param building empty for all
   * @param page counts from 0
   */
  List<ListedTip> list(boolean open, String building, int page, Scope scope) {
    return find(
        "(not :open or rc.state = 'open') and (:building = '' or rc.building = :building)",
        query ->
            query
                .bind("open", open)
                .bind("building", building)
                .bind("most", PAGE + 1)
                .bind("from", page * PAGE),
        scope);
  }

  /** Returns all tips about one case. */
  List<ListedTip> of(UUID caseId, Scope scope) {
    return find(
        "t.case_id = :case",
        query -> query.bind("case", caseId).bind("most", PAGE).bind("from", 0),
        scope);
  }

  Optional<ListedTip> find(UUID tipId, Scope scope) {
    return find(
            "t.tip_id = :tip",
            query -> query.bind("tip", tipId).bind("most", 1).bind("from", 0),
            scope)
        .stream()
        .findFirst();
  }

  private List<ListedTip> find(String where, UnaryOperator<Query> values, Scope scope) {
    return database.read(
        h ->
            values
                .apply(scope.bind(h.createQuery(SELECT.formatted(where))))
                .map(rows(ListedTip.class))
                .list());
  }

  /** Returns the picture that came with a tip, as a JPEG. */
  Optional<byte[]> screenshot(UUID tipId) {
    return text("screenshot", tipId, byte[].class);
  }

  /** Returns the name of the person who reported it, even one that is kept from colleagues. */
  Optional<String> reporter(UUID tipId) {
    return text("reporter", tipId, String.class);
  }

  private <T> Optional<T> text(String column, UUID tipId, Class<T> type) {
    return database.read(
        h ->
            h.createQuery("select <column> from tip where tip_id = :tip and <column> is not null")
                .define("column", column)
                .bind("tip", tipId)
                .mapTo(type)
                .findOne());
  }

  /** Records that someone opened the case: its reporters see that it is looked at. */
  void lookedAt(UUID caseId) {
    database.write(
        h ->
            h.execute(
                "update tip set looked_at = clock_timestamp() where case_id = ? and looked_at is null",
                caseId));
  }
}
