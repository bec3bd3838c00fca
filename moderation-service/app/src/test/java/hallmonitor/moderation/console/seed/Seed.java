package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        for each row execute function keep_outgoing();
      truncate outgoing
      """;

  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS = 10;

  private final ConsoleDatabase database;

  public Seed(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Empties all tables except append-only ones; lifts the guard of those. The service's jobs keep
   * running, and PostgreSQL may choose this transaction to resolve a deadlock.
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
    database.write(
        h -> {
          for (String onlyAddedTo : List.of("case_event", "audit", "post_version")) {
            h.execute("alter table " + onlyAddedTo + " disable trigger user");
          }
          h.execute(
              "truncate review_case, case_event, ordered_action, strike, revision, comment, post, second_look,"
                  + " post_version, post_judgment, post_to_judge, post_notice, planned_post, dead_letter, account_status, hand_block, audit, approval_alarm, proposal, sign_in_try, console_user cascade");
          for (String onlyAddedTo : List.of("case_event", "audit", "post_version")) {
            h.execute("alter table " + onlyAddedTo + " enable trigger user");
          }
          return h.execute(COPY_OF_OUTBOX);
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
    return new CaseSeed(commentId);
  }

  /** One comment with its case; every part can be set. */
  public final class CaseSeed {
    private final String commentId;
    private String text = "You are a damn fool";
    private String author = "Dana Reyes";
    private String findings = "[]";
    private String urgency = "soon";
    private String category = "profanity";
    private String clause = "2.1";
    private String outcome = "hide";
    private String state = "open";
    private String action = "hidden";
    private String note = "";
    private String building = "maple-high";
    private String account = "practice";
    private String parent;
    private Duration inLane;
    private String language = "en";
    private Duration age = Duration.ofMinutes(5);
    private final List<String[]> events = new ArrayList<>();

    private CaseSeed(String commentId) {
      this.commentId = commentId;
    }

    public CaseSeed by(String name) {
      author = name;
      return this;
    }

    public CaseSeed saying(String words) {
      text = words;
      return this;
    }

    /** Adds a finding with spans at the first places of these words. */
    public CaseSeed found(String category, double score, String why, String... words) {
      return foundBy("lexicon", category, score, why, words);
    }

    /** Adds a finding of a detector, such as {@code model}. */
    public CaseSeed foundBy(
        String detector, String category, double score, String why, String... words) {
      StringBuilder spans = new StringBuilder();
      for (String word : words) {
        int at = text.indexOf(word);
        spans
            .append(spans.isEmpty() ? "" : ",")
            .append("{\"from\":%d,\"to\":%d}".formatted(at, at + word.length()));
      }
      String one =
          "{\"category\":\"%s\",\"score\":%s,\"detector\":\"%s\",\"spans\":[%s],\"why\":\"%s\"}"
              .formatted(category, score, detector, spans, why);
      boolean first = findings.equals("[]");
      findings =
          first ? "[" + one + "]" : findings.substring(0, findings.length() - 1) + "," + one + "]";
      if (first) {
        this.category = category.toLowerCase(Locale.ROOT).replace('_', '-');
      }
      return this;
    }

    public CaseSeed language(String code) {
      language = code;
      return this;
    }

    public CaseSeed urgency(String code) {
      urgency = code;
      return this;
    }

    public CaseSeed judged(String outcomeCode, String clauseId) {
      outcome = outcomeCode;
      clause = clauseId;
      return this;
    }

    public CaseSeed action(String code, String why) {
      action = code;
      note = why;
      return this;
    }

    public CaseSeed decided(String code) {
      state = code;
      return this;
    }

    /** Puts it into the danger lane this long ago. */
    public CaseSeed inLaneFor(Duration time) {
      inLane = time;
      return judged("review", "3.3").urgency("immediate").action("none", "");
    }

    public CaseSeed in(String id) {
      building = id;
      return this;
    }

    public CaseSeed on(String id) {
      account = id;
      return this;
    }

    public CaseSeed answering(String id) {
      parent = id;
      return this;
    }

    public CaseSeed aged(Duration time) {
      age = time;
      return this;
    }

    public CaseSeed event(String actor, String kind, String detail) {
      events.add(new String[] {actor, kind, detail});
      return this;
    }

    public UUID there() {
      UUID id = UUID.randomUUID();
      String ago = "clock_timestamp() - interval '%d seconds'".formatted(age.toSeconds());
      boolean decided = !state.equals("open");
      comment(account, commentId, author, text, parent, age, visibility());
      database.write(
          h -> {
            h.execute(
                "insert into revision (account, comment_id, revision, kind, body, raw, claimed_at,"
                    + " observed_at, judged_at, outcome, clauses, findings, policy_version,"
                    + " model_version, language) values (?, ?, '1', 'created', ?, '{}',"
                    + " null, "
                    + ago
                    + ", default, ?, array[?], ?::jsonb, 'a1b2c3d4e5f6', '9f8e7d6c5b4a', ?)",
                account,
                commentId,
                text,
                outcome,
                clause,
                findings,
                language);
            h.execute(
                "insert into review_case (case_id, account, comment_id, building, revision,"
                    + " outcome, clause, category, urgency, state, action_state, action_note,"
                    + " opened_at, seen_at, decided_by, decided_at, searched, strikes) values (?, ?,"
                    + " ?, ?, '1', ?, ?, ?, ?, ?, ?, ?, "
                    + ago
                    + ", "
                    + ago
                    + (decided ? ", 'novak', now(), ?, true)" : ", null, null, ?, true)"),
                id,
                account,
                commentId,
                building,
                outcome,
                clause,
                category,
                urgency,
                state,
                action,
                note,
                (author + "\n" + text).toLowerCase(Locale.ROOT));
            if (inLane != null) {
              h.execute(
                  "update review_case set lane_since = clock_timestamp() - make_interval(secs => ?)"
                      + " where case_id = ?",
                  inLane.toSeconds(),
                  id);
            }
            h.execute(
                "insert into case_event (case_id, at, actor, kind) values (?, "
                    + ago
                    + ", 'policy', 'opened')",
                id);
            for (String[] e : events) {
              h.execute(
                  "insert into case_event (case_id, actor, kind, detail) values (?, ?, ?, ?)",
                  id,
                  e[0],
                  e[1],
                  e[2]);
            }
            return 1;
          });
      return id;
    }

    private String visibility() {
      return switch (action) {
        case "hidden" -> "hidden";
        case "gone" -> "deleted";
        default -> "visible";
      };
    }
  }

  public void comment(
      String id, String author, String text, String parent, Duration age, String visibility) {
    comment("practice", id, author, text, parent, age, visibility);
  }

  private void comment(
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
