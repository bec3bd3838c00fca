package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.ConsoleDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows that appeals, blocks and replies need beside {@link Seed}. */
public final class ObjectionSeed {
  private final ConsoleDatabase database;

  public ObjectionSeed(ConsoleDatabase database) {
    this.database = database;
  }

  /** Resets the public form's rate limits. */
  public void nobodyTried() {
    database.write(h -> h.execute("truncate appeal_try"));
  }

  /** Records that a person decided the case, with the history of a real decision. */
  public void decidedBy(UUID caseId, String person, String kind) {
    database.write(
        h ->
            h.execute(
                "insert into case_event (case_id, actor, kind) values (?, ?, ?)",
                caseId,
                person,
                kind));
  }

  /** Adds a violation that counts. */
  public void strike(UUID caseId) {
    database.write(
        h ->
            h.execute(
                """
                insert into strike (case_id, account, author_key, clause, at)
                select rc.case_id, rc.account, c.author_key, rc.clause, clock_timestamp() - interval '1 day'
                from review_case rc join comment c using (account, comment_id) where rc.case_id = ?
                """,
                caseId));
  }

  /** Adds a reply with the case's own id that waits for a second person. */
  public void waitingReply(UUID caseId) {
    database.write(
        h ->
            h.execute(
                """
                with waiting as (
                  insert into case_reply (action_id, case_id, template, language, text, ordered_by, state)
                  values (:id, :id, '', 'en', 'Thank you.', 'lopez', 'proposed') returning action_id)
                insert into proposal (proposal_id, kind, subject, proposed_by, reason, proposed_at, expires_at)
                select gen_random_uuid(), 'reply', action_id::text, 'lopez', 'Asked.', now(), now() + interval '1 day'
                from waiting
                """
                    .replace(":id", "'" + caseId + "'::uuid")));
  }

  /** Adds a block that someone made by hand on the platform of the practice account. */
  public void blockedByHand(UUID id, String authorKey) {
    database.write(
        h -> {
          h.execute("delete from hand_block where author_key = ?", authorKey);
          return h.execute(
              """
              insert into hand_block (hand_block_id, account, author_key, author_name, first_seen_at, seen_at)
              values (?, 'practice', ?, 'Robin Lee', now(), now())
              """,
              id,
              authorKey);
        });
  }

  /** Adds an appeal of someone without a reference on the practice account. */
  public void appealByName(UUID id, String author) {
    database.write(
        h ->
            h.execute(
                """
                insert into hand_block_appeal (appeal_id, reference, by_name, account, author_name, appellant, contact,
                  why, code_hash, due_at)
                values (?, ?, true, 'practice', ?, 'Robin', 'robin@example.org', 'I asked.', 'x', now())
                """,
                id,
                ShortCode.of(id.getLeastSignificantBits()).signs(),
                author));
  }

  public void sealed(UUID caseId, long sequence) {
    database.write(
        h ->
            h.execute(
                "insert into evidence_seal (capture_id, case_id, sequence, hash, at) values (?, ?,"
                    + " ?, ?, now())",
                UUID.randomUUID(),
                caseId,
                sequence,
                "ab".repeat(32)));
  }

  /** Sets the capabilities reported for the practice account's platform. */
  public void platformCan(String... capabilities) {
    String all =
        Arrays.stream(capabilities).map(c -> '"' + c + '"').collect(Collectors.joining(","));
    String json = "{\"capabilities\":[" + all + "]}";
    database.write(
        h ->
            h.execute(
                """
                insert into account_status values ('practice', ?::jsonb, now())
                on conflict (account) do update set status = excluded.status
                """,
                json));
  }

  /** Returns the reference shown on a case's page. */
  public static String reference(String page) {
    Matcher found = Pattern.compile("<code class=\"reference\">([0-9A-Z-]{14})<").matcher(page);
    if (!found.find()) {
      throw new AssertionError("no reference on the page");
    }
    return found.group(1);
  }

  public List<String> rows(String sql) {
    return database.read(h -> h.select(sql).mapTo(String.class).list());
  }

  public int write(String sql, Object... values) {
    return database.write(h -> h.execute(sql, values));
  }
}
