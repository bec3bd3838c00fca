package hallmonitor.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rows {@code t} of a dataset belong to a part.
 *
 * @param sql a condition
 * @param values of its parameters, in order: an instant, a UUID, or a list of texts
 */
record PartCondition(String sql, List<Object> values) {
  /** When a comment was first read, or written if it is of an account's history. */
  private static final String AT =
      """
      case when d.from_history then coalesce((select min(r.claimed_at) from revision r
        where r.account = d.account and r.comment_id = d.comment_id and r.kind = 'created'), d.first_seen_at)
        else d.first_seen_at end
      """;

  private static final String CHOSEN =
      "select i.account, i.item_id from archive_export_item i where i.export_id = ? and ";

  PartCondition {
    values = List.copyOf(values);
  }

  static PartCondition of(ArchivePart part, Dataset dataset) {
    if (!part.has(dataset)) {
      return new PartCondition("false", List.of());
    }
    if (part.isAll()) {
      return new PartCondition("true", List.of());
    }
    if (!part.isOfComments()) {
      return new PartCondition(
          dataset.of() == Dataset.Belongs.CASE
              ? "t.case_id in (select c.case_id from review_case c where c.account = any(?))"
              : "t.account = any(?)",
          List.of(part.accounts()));
    }
    return switch (dataset.of()) {
      case POST -> posts(part);
      case CASE ->
          comments(
              part,
              "t.case_id in (select c.case_id from review_case c where (c.account, c.comment_id) in (%s))",
              "d.comment_id");
      default -> comments(part, "(t.account, t.comment_id) in (%s)", "d.comment_id");
    };
  }

  private static PartCondition posts(ArchivePart part) {
    PartCondition ofComments = comments(part, "(t.account, t.post_id) in (%s)", "d.post_id");
    if (part.chosen() == null) {
      return ofComments;
    }
    List<Object> values = new ArrayList<>(ofComments.values());
    values.add(part.chosen().exportId());
    return new PartCondition(
        "(%s or (t.account, t.post_id) in (%si.post))".formatted(ofComments.sql(), CHOSEN), values);
  }

  private static PartCondition comments(ArchivePart part, String where, String id) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (!part.accounts().isEmpty()) {
      conditions.add("d.account = any(?)");
      values.add(part.accounts());
    }
    if (part.from() != null) {
      conditions.add(AT + " >= ?");
      values.add(part.from());
    }
    if (part.until() != null) {
      conditions.add(AT + " < ?");
      values.add(part.until());
    }
    if (part.chosen() != null) {
      conditions.add("(d.account, d.comment_id) in (%snot i.post)".formatted(CHOSEN));
      values.add(part.chosen().exportId());
    }
    String comments =
        "select d.account, %s from comment d where %s"
            .formatted(id, String.join(" and ", conditions));
    return new PartCondition(where.formatted(comments), values);
  }

  /** Returns the place of the next parameter. */
  int bind(PreparedStatement query, Connection connection) throws SQLException {
    int place = 1;
    for (Object value : values) {
      if (value instanceof List<?> texts) {
        query.setArray(place++, connection.createArrayOf("text", texts.toArray()));
      } else if (value instanceof Instant at) {
        query.setTimestamp(place++, Timestamp.from(at));
      } else {
        query.setObject(place++, value);
      }
    }
    return place;
  }
}
