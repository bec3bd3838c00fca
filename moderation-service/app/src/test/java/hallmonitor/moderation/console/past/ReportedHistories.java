package hallmonitor.moderation.console.past;

import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.casework.past.PlayedHistory;
import hallmonitor.moderation.casework.past.PlayedHistory.Event;
import hallmonitor.moderation.casework.past.PlayedHistory.What;
import hallmonitor.moderation.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;

/** Histories of posts, reported to the pipeline second by second. */
final class ReportedHistories {
  private final Stage stage = new Stage();
  private final Map<String, Standing> comments = new HashMap<>();

  /** What the platform shows of a comment now. */
  private record Standing(
      String first, String revision, Optional<String> parent, Visibility visibility, UUID caseId) {
    Standing as(Visibility now) {
      return new Standing(first, revision, parent, now, caseId);
    }

    Standing saying(String now) {
      return new Standing(first, now, parent, visibility, caseId);
    }
  }

  Jdbi database() {
    return stage.database.jdbi();
  }

  static String post(int history) {
    return "p" + history;
  }

  private static String comment(String id, int history) {
    return post(history) + "-" + id;
  }

  /** Returns a comment's id in its history. */
  static String event(String comment, int history) {
    return comment.substring(post(history).length() + 1);
  }

  /** Returns an order's id in its history. */
  static UUID event(UUID order) {
    return new UUID((int) order.getMostSignificantBits(), order.getLeastSignificantBits());
  }

  private static boolean confirms(Event e) {
    return e.what() == What.HIDE_CONFIRMED || e.what() == What.RESTORE_CONFIRMED;
  }

  /** Reports what happened in a second, all comments as one batch, and then all confirmations. */
  void report(List<PlayedHistory> histories, int second) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();
    List<ConsumerRecord<byte[], byte[]>> confirmed = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      for (Event e : histories.get(i).events()) {
        if (e.at() == second) {
          reading(e, i).map(ReportedHistories::record).ifPresent(seen::add);
          confirmation(e, i).map(ReportedHistories::record).ifPresent(confirmed::add);
        }
      }
    }
    stage.pipeline.handle(seen);
    stage.handlers.actionResults().handle(confirmed);
  }

  private Optional<CommentSeen> reading(Event e, int history) {
    String id = comment(e.id(), history);
    Standing before = comments.get(id);
    boolean first = e.what() == What.COMMENT_READ || e.what() == What.HISTORY_READ;
    if (confirms(e) || first == (before != null)) {
      return Optional.empty();
    }
    Standing now =
        switch (e.what()) {
          case COMMENT_READ, HISTORY_READ ->
              new Standing(
                  e.text(),
                  e.text(),
                  e.parent() < 0
                      ? Optional.empty()
                      : Optional.of(comment("c" + e.parent(), history)),
                  Visibility.VISIBLE,
                  UUID.randomUUID());
          case EDITED -> before.saying(e.text());
          case RETURNED -> before.saying(before.first());
          default -> before.as(e.visibility());
        };
    comments.put(id, now);
    boolean deleted = e.what() == What.SEEN_DELETED;
    return Optional.of(
        new CommentSeen(
            new CommentRef("wordpress", "practice", id),
            deleted ? "d" + e.number() : now.revision(),
            kind(e.what()),
            new Post(post(history), "Homecoming", "See you on Friday.", Optional.empty()),
            now.parent(),
            new Author(Optional.empty(), "Dana Reyes"),
            deleted ? "" : "The bus of " + now.revision(),
            CommentSeen.Visibility.valueOf(now.visibility().name()),
            List.of(),
            Optional.empty(),
            Optional.of(e.time().minusSeconds(e.what() == What.HISTORY_READ ? e.earlier() : 0)),
            e.time(),
            e.what() == What.HISTORY_READ ? Lane.BACKFILL : Lane.LIVE,
            "{}",
            Optional.empty()));
  }

  private static Kind kind(What what) {
    return switch (what) {
      case COMMENT_READ, HISTORY_READ -> Kind.CREATED;
      case EDITED, RETURNED -> Kind.EDITED;
      case SEEN_DELETED -> Kind.DELETED;
      default -> Kind.VISIBILITY_CHANGED;
    };
  }

  private static ConsumerRecord<byte[], byte[]> record(CommentSeen seen) {
    return new ConsumerRecord<>(
        Topic.COMMENTS.topicName(),
        0,
        0,
        seen.key().getBytes(StandardCharsets.UTF_8),
        EventJson.write(seen));
  }

  private static ConsumerRecord<byte[], byte[]> record(ActionTaken taken) {
    return new ConsumerRecord<>(
        Topic.ACTION_RESULTS.topicName(), 0, 0, null, EventJson.write(taken));
  }

  /** Orders what is then confirmed. */
  private Optional<ActionTaken> confirmation(Event e, int history) {
    String id = comment(e.id(), history);
    Standing before = comments.get(id);
    if (!confirms(e) || before == null) {
      return Optional.empty();
    }
    comments.put(id, before.as(e.visibility()));
    UUID order = new UUID((long) history << 32 | e.comment(), e.number());
    boolean hide = e.what() == What.HIDE_CONFIRMED;
    database()
        .useTransaction(
            h -> {
              h.execute(
                  """
                  insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category,
                    urgency, strikes, state, action_state, opened_at, seen_at)
                  values (?, 'practice', ?, 'maple-high', ?, 'hide', '2.1', 'profanity', 'soon', true, 'open', 'none', ?, ?)
                  on conflict do nothing
                  """,
                  before.caseId(),
                  id,
                  before.first(),
                  e.time(),
                  e.time());
              h.execute(
                  """
                  insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at, seen_at)
                  values (?, ?, ?, 'ordered', 'policy', ?, ?)
                  """,
                  order,
                  before.caseId(),
                  hide ? "hide" : "restore",
                  e.time().minusSeconds(e.earlier()),
                  e.time());
            });
    return Optional.of(
        new ActionTaken(
            order,
            before.caseId(),
            new CommentRef("wordpress", "practice", id),
            hide ? PlatformAction.HIDE : PlatformAction.RESTORE,
            true,
            hide ? "hold" : "approved",
            e.time()));
  }
}
