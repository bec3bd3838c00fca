package hallmonitor.moderation.console.past;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.comments.CommentAddress;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened under one post on one day, minute by minute after noon in UTC. */
final class PastSeed {
  static final String POST = "gala";

  private final ConsoleDatabase database;

  PastSeed(ConsoleDatabase database) {
    this.database = database;
  }

  static OffsetDateTime minute(int minute) {
    return LocalDate.of(2026, 1, 5).atTime(12, 0).atOffset(ZoneOffset.UTC).plusMinutes(minute);
  }

  /** Returns the address of the page at a minute. */
  static String page(int minute, String more) {
    return "/posts/%s/then?at=%s%s"
        .formatted(CommentAddress.of("practice", POST), minute(minute).toInstant(), more);
  }

  void post(int minute, String title, String body, String picture) {
    database.write(
        h ->
            h.execute(
                """
                insert into post_version (account, post_id, observed_at, version, title, body, pictures, permalink, listed)
                values ('practice', ?, ?, md5(cast(? as text) || cast(? as text)), ?, ?, array_remove(array[?], ''),
                  'https://practice.example/gala', true)
                """,
                POST,
                minute(minute),
                body,
                picture,
                title,
                body,
                picture));
  }

  /** What comments said of the post, which had not been read itself: its beginning. */
  void mentioned(int minute, String title, String beginning) {
    database.write(
        h ->
            h.execute(
                """
                insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
                values ('practice', ?, ?, 'beginning ' || md5(?), ?, ?, '{}', false)
                """,
                POST,
                minute(minute),
                beginning,
                title,
                beginning));
  }

  void comment(int minute, String id, @Nullable String parent, String author, String text) {
    database.write(
        h ->
            h.execute(
                """
                insert into comment (account, comment_id, platform, post_id, parent_id, author_key, author_name, visibility,
                  latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
                values ('practice', ?, 'wordpress', ?, ?, 'key-' || ?, ?, 'visible', '1', ?, ?, ?, ?)
                """,
                id,
                POST,
                parent,
                author,
                author,
                text,
                minute(minute),
                minute(minute),
                minute(minute)));
    revision(minute, id, "1", "created", text);
  }

  void edit(int minute, String id, String text) {
    reads(minute, id, "2", text);
    revision(minute, id, "2", "edited", text);
  }

  /** Reads a text as the archive takes it. Its revision is archived already, or will be. */
  void reads(int minute, String id, String revision, String text) {
    database.write(
        h ->
            h.execute(
                "update comment set latest_revision = ?, latest_text = ?, changed_at = ?"
                    + " where comment_id = ?",
                revision,
                text,
                minute(minute),
                id));
  }

  /** Adds versions of the post, one each second. */
  void versions(int minute, int count) {
    database.write(
        h ->
            h.execute(
                """
                insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
                select 'practice', ?, cast(? as timestamptz) + i * interval '1 second', md5(i::text), '', i::text, '{}', true
                from generate_series(1, ?) i
                """,
                POST,
                minute(minute),
                count));
  }

  private void revision(int minute, String id, String name, String kind, String text) {
    database.write(
        h ->
            h.execute(
                """
                insert into revision (account, comment_id, revision, kind, body, raw, observed_at, outcome, clauses, findings,
                  policy_version, model_version)
                values ('practice', ?, ?, ?, ?, '{}', ?, 'allow', '{}', '[]', 'p', 'm')
                """,
                id,
                name,
                kind,
                text,
                minute(minute)));
  }

  /** What a connector sees of a comment, as the archive takes it. */
  void seen(int minute, String id, String visibility) {
    database.write(
        h ->
            h.execute(
                """
                update comment set visibility = ?, visibility_at = ? where comment_id = ? and visibility_at < ?
                """,
                visibility,
                minute(minute),
                id,
                minute(minute)));
  }

  /** Makes a case of a comment that the policy judged. */
  UUID judged(int minute, String id, String building, String reason) {
    UUID caseId = UUID.randomUUID();
    database.write(
        h -> {
          h.execute(
              """
              insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category, urgency,
                strikes, state, action_state, opened_at, seen_at)
              values (?, 'practice', ?, ?, '1', 'hide', '2.1', 'profanity', 'soon', true, 'open', 'none', ?, ?)
              """,
              caseId,
              id,
              building,
              minute(minute),
              minute(minute));
          return h.execute(
              "insert into case_event (case_id, at, actor, kind, detail) values (?, ?, 'policy', 'opened', ?)",
              caseId,
              minute(minute),
              reason);
        });
    return caseId;
  }

  /** Carries out an order, and takes its confirmation as the service does. */
  void ordered(UUID caseId, String action, String by, int ordered, int confirmed) {
    UUID id = UUID.randomUUID();
    database.write(
        h -> {
          h.execute(
              """
              insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at, seen_at)
              values (?, ?, ?, 'ordered', ?, ?, ?)
              """,
              id,
              caseId,
              action,
              by,
              minute(ordered),
              minute(ordered));
          h.execute(
              "update ordered_action set state = 'taken', done_at = ? where action_id = ?",
              minute(confirmed),
              id);
          return h.execute(
              """
              update comment c set visibility = ?, visibility_at = ? from review_case rc
              where rc.case_id = ? and c.account = rc.account and c.comment_id = rc.comment_id and c.visibility_at <= ?
              """,
              action.equals("hide") ? "hidden" : action.equals("restore") ? "visible" : "deleted",
              minute(confirmed),
              caseId,
              minute(confirmed));
        });
  }

  void decided(UUID caseId, int minute, String by, String kind, String detail) {
    database.write(
        h ->
            h.execute(
                "insert into case_event (case_id, at, actor, kind, detail) values (?, ?, ?, ?, ?)",
                caseId,
                minute(minute),
                by,
                kind,
                detail));
  }
}
