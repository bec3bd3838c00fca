package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Adds rows where the pipeline would, in domain words. */
public final class Seed {
  public static final String PASSWORD = "marmalade-sundial-7";
  private static final String HASH = BcryptUtil.bcryptHash(PASSWORD, 4);

  private static final String COPY_OF_OUTBOX =
      """
      create table if not exists outgoing (id bigint, payload bytea);
      create or replace function keep_outgoing() returns trigger language plpgsql as $$
      begin
        insert into outgoing values (new.id, new.payload);
        return new;
      end $$;
      create or replace trigger keep_outgoing after insert on outbox
        for each row execute function keep_outgoing()
      """;

  private static final String[] EMPTIED = {
    "review_case",
    "case_event",
    "ordered_action",
    "strike",
    "author",
    "revision",
    "comment",
    "post",
    "second_look",
    "post_picture",
    "post_version",
    "post_judgment",
    "post_to_judge",
    "post_notice",
    "planned_post",
    "search_entry",
    "search_due",
    "search_post_due",
    "search_word",
    "dead_letter",
    "account_status",
    "hand_block",
    "audit",
    "approval_alarm",
    "proposal",
    "sign_in_try",
    "console_user"
  };

  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS = 10;

  private final ConsoleDatabase database;

  public Seed(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Empties the tables that tests write to. The service's jobs keep running, and PostgreSQL may
   * choose this transaction to resolve a deadlock.
   */
  public void nothing() {
    for (int attempt = 1; ; attempt++) {
      try {
        empty();
        return;
      } catch (UnableToExecuteStatementException e) {
        boolean deadlock =
            e.getCause() instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState());
        if (!deadlock || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void empty() {
    EmptyTables.empty(database, EMPTIED);
    database.write(
        h -> {
          boolean isCopied =
              h.select("select to_regclass('outgoing') is not null").mapTo(Boolean.class).one();
          return h.execute(isCopied ? "delete from outgoing" : COPY_OF_OUTBOX);
        });
  }

  /**
   * Returns what was published since the start, in order, as JSON; the relay may have sent it
   * already.
   */
  public List<String> outgoing() {
    return database.read(
        h ->
            h.select("select convert_from(payload, 'UTF8') from outgoing order by id")
                .mapTo(String.class)
                .list());
  }

  /** Records that the notifier has it: evidence is kept, and someone must answer. */
  public void escalated(UUID caseId, UUID escalationId) {
    database.write(
        h -> {
          h.execute("update review_case set evidence = true where case_id = ?", caseId);
          return h.execute(
              """
              insert into escalation_state (escalation_id, case_id, clause, category, raised_at, state_at)
              select ?::uuid, case_id, clause, category, clock_timestamp() - interval '1 minute',
                clock_timestamp() - interval '1 minute'
              from review_case where case_id = ?
              """,
              escalationId,
              caseId);
        });
  }

  public void event(UUID caseId, String actor, String kind, String detail) {
    database.write(
        h ->
            h.execute(
                "insert into case_event (case_id, actor, kind, detail) values (?, ?, ?, ?)",
                caseId,
                actor,
                kind,
                detail));
  }

  public void person(String name, String role, boolean mustChange) {
    database.write(
        h ->
            h.execute(
                """
                insert into console_user (user_name, display_name, password_hash, role, must_change_password)
                values (?, ?, ?, ?, ?)
                """,
                name,
                switch (name) {
                  case "novak" -> "Petra Novak";
                  case "brandt" -> "Elias Brandt";
                  default -> name;
                },
                HASH,
                role,
                mustChange));
  }

  public CaseSeed aCase(String commentId) {
    return new CaseSeed(this, database, commentId);
  }

  public void comment(
      String id, String author, String text, String parent, Duration age, String visibility) {
    comment("practice", id, author, text, parent, age, visibility);
  }

  void comment(
      String account,
      String id,
      String author,
      String text,
      String parent,
      Duration age,
      String visibility) {
    String ago = "clock_timestamp() - interval '%d seconds'".formatted(age.toSeconds());
    database.write(
        h -> {
          h.execute(
              "insert into post values (?, 'p1', 'Spring musical: tickets go on sale"
                  + " Monday', 'Come and see.', null) on conflict do nothing",
              account);
          return h.execute(
              "insert into comment (account, comment_id, platform, post_id, parent_id, author_key,"
                  + " author_name, permalink, visibility, latest_revision, latest_text,"
                  + " first_seen_at, visibility_at, changed_at) values (?, ?, 'wordpress',"
                  + " 'p1', ?, ?, ?, 'http://127.0.0.1:8090/#comment-1', ?, '1', ?, "
                  + ago
                  + ", "
                  + ago
                  + ", "
                  + ago
                  + ")",
              account,
              id,
              parent,
              "key-" + author,
              author,
              visibility,
              text);
        });
  }
}
