package hallmonitor.moderation.console.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.console.ConsoleDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows that people's decisions need beside a case, and their results. */
public final class DecidingSeed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConsoleDatabase database;
  private final Seed seed;

  public DecidingSeed(ConsoleDatabase database, Seed seed) {
    this.database = database;
    this.seed = seed;
  }

  /** Resets what {@link Seed#nothing} leaves. */
  public void nothing() {
    seed.nothing();
    EmptyTables.empty(database, "proposal", "bulk", "bulk_item", "quality_day", "quality_sample");
  }

  /** Makes the case's newest order this person's, and done. */
  public void hiddenBy(UUID caseId, String by) {
    UUID action = UUID.randomUUID();
    database.write(
        h -> {
          h.execute(
              """
              insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at, seen_at)
              values (?, ?, 'hide', 'taken', ?, now(), now())
              """,
              action,
              caseId,
              by);
          return h.execute(
              "update review_case set action_id = ? where case_id = ?", action, caseId);
        });
  }

  /** Records that the notifier has sealed this capture. */
  public void sealed(UUID caseId, UUID captureId) {
    database.write(
        h ->
            h.execute(
                "insert into evidence_seal (capture_id, case_id, sequence, hash, at) values (?, ?,"
                    + " 7, 'ab', now())",
                captureId,
                caseId));
  }

  /** Records that the author changed it; the newer text was allowed. */
  public void edited(String commentId, String text) {
    database.write(
        h -> {
          h.execute(
              """
              insert into revision (account, comment_id, revision, kind, body, raw, observed_at, outcome,
                clauses, findings, policy_version, model_version)
              values ('practice', ?, '2', 'edited', ?, '{}', now(), 'allow', '{}', '[]', 'p', 'm')
              """,
              commentId,
              text);
          return h.execute(
              "update comment set latest_revision = '2', latest_text = ? where comment_id = ?",
              text,
              commentId);
        });
  }

  /** Adds an allowed comment of this age. */
  public void allowed(String commentId, String author, String text, Duration ago) {
    seed.comment(commentId, author, text, null, ago, "visible");
    database.write(
        h ->
            h.execute(
                """
                insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at,
                  outcome, clauses, findings, policy_version, model_version)
                values ('practice', ?, '1', 'created', ?, '{}', now() - ?::interval, now() - ?::interval,
                  'allow', '{}', '[]', 'p', 'm')
                """,
                commentId,
                text,
                ago.toString(),
                ago.toString()));
  }

  /** Returns the published orders, as ingest reads them. */
  public List<JsonNode> orders() {
    return outgoing("action");
  }

  /** Returns the published escalations, as the notifier reads them. */
  public List<JsonNode> escalations() {
    return outgoing("escalationId");
  }

  private List<JsonNode> outgoing(String having) {
    return seed.outgoing().stream().map(DecidingSeed::json).filter(n -> n.has(having)).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public Map<String, Object> row(String sql, Object... parameters) {
    return database.read(h -> h.select(sql, parameters).mapToMap().one());
  }

  public List<String> texts(String sql, Object... parameters) {
    return database.read(h -> h.select(sql, parameters).mapTo(String.class).list());
  }
}
