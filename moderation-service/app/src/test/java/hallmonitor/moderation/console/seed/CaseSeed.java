package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One comment with its case; every part can be set. */
public final class CaseSeed {
  private final Seed seed;
  private final ConsoleDatabase database;
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

  CaseSeed(Seed seed, ConsoleDatabase database, String commentId) {
    this.seed = seed;
    this.database = database;
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
    boolean decided = !state.equals("open");
    seed.comment(account, commentId, author, text, parent, age, visibility());
    database.write(
        h -> {
          h.execute(
              """
              insert into revision (account, comment_id, revision, kind, body, raw, observed_at, outcome, clauses,
                findings, policy_version, model_version, language)
              values (?, ?, '1', 'created', ?, '{}', clock_timestamp() - make_interval(secs => ?), ?, array[?],
                ?::jsonb, 'a1b2c3d4e5f6', '9f8e7d6c5b4a', ?)
              """,
              account,
              commentId,
              text,
              age.toSeconds(),
              outcome,
              clause,
              findings,
              language);
          h.execute(
              """
              insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category,
                urgency, state, action_state, action_note, opened_at, seen_at, decided_by, decided_at, searched,
                strikes)
              select ?, ?, ?, ?, '1', ?, ?, ?, ?, ?, ?, ?, at, at, ?, case when ?::boolean then now() end, ?, true
              from (select clock_timestamp() - make_interval(secs => ?) as at) seen
              """,
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
              decided ? "novak" : null,
              decided,
              (author + "\n" + text).toLowerCase(Locale.ROOT),
              age.toSeconds());
          if (inLane != null) {
            h.execute(
                """
                update review_case set lane_since = clock_timestamp() - make_interval(secs => ?)
                where case_id = ?
                """,
                inLane.toSeconds(),
                id);
          }
          h.execute(
              """
              insert into case_event (case_id, at, actor, kind)
              values (?, clock_timestamp() - make_interval(secs => ?), 'policy', 'opened')
              """,
              id,
              age.toSeconds());
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
