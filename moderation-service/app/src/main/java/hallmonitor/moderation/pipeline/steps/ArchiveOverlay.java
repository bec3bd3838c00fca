package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.AuthorThread;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.RevisionHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The archive as it will be after the records so far: the loaded context, overlaid with what the
 * batch adds. This tells a comment from its edit in the same batch.
 */
final class ArchiveOverlay {
  private final Map<CommentKey, CommentRow> comments = new HashMap<>();

  /** By comment: the hash of each revision's text. */
  private final Map<CommentKey, Map<String, String>> revisions = new HashMap<>();

  private final Map<AuthorThread, List<CommentKey>> threads = new HashMap<>();

  ArchiveOverlay(BatchContext context) {
    context.comments().forEach(this::put);
    context.revisions().forEach(this::add);
    context.threads().stream().filter(c -> comment(c.key()).isEmpty()).forEach(this::put);
  }

  Optional<CommentRow> comment(CommentKey key) {
    return Optional.ofNullable(comments.get(key));
  }

  boolean hasRevision(CommentKey key, String revision) {
    return revisionsOf(key).containsKey(revision);
  }

  /** Returns whether any revision of the comment had this text. */
  boolean hasText(CommentKey key, String text) {
    Map<String, String> archived = revisionsOf(key);
    return !archived.isEmpty() && archived.containsValue(RevisionHash.sha256(text));
  }

  /**
   * Whether this revision of the comment has this text. Also works for disposed revisions, since
   * their hash is kept.
   */
  boolean isTextOf(CommentKey key, String revision, String text) {
    return RevisionHash.sha256(text).equals(revisionsOf(key).get(revision));
  }

  private Map<String, String> revisionsOf(CommentKey key) {
    return revisions.getOrDefault(key, Map.of());
  }

  /**
   * Returns what the same author wrote under the same post, without this comment: the newest ones,
   * up to the most that are read together, oldest first.
   *
   * @param since earliest time when it was seen
   * @param until latest time when it was seen
   */
  List<CommentRow> beside(CommentRow comment, Instant since, Instant until) {
    return threads.getOrDefault(AuthorThread.of(comment), List.of()).stream()
        .filter(key -> !key.equals(comment.key()))
        .map(comments::get)
        .filter(c -> !c.firstSeenAt().isBefore(since) && !c.firstSeenAt().isAfter(until))
        .toList();
  }

  void put(CommentRow comment) {
    CommentRow before = comments.put(comment.key(), comment);
    AuthorThread thread = AuthorThread.of(comment);
    // The claimed times of history are not trusted, so its order is unknown.
    if (before == null && thread.hasOneAuthor() && !comment.fromHistory()) {
      List<CommentKey> written = threads.computeIfAbsent(thread, t -> new ArrayList<>(2));
      written.add(placeOf(comment, written), comment.key());
      if (written.size() > AuthorThread.MOST_COMMENTS) {
        written.remove(0);
      }
    }
  }

  private int placeOf(CommentRow comment, List<CommentKey> written) {
    int place = written.size();
    while (place > 0 && isAfter(comments.get(written.get(place - 1)), comment)) {
      place--;
    }
    return place;
  }

  private static boolean isAfter(@Nullable CommentRow written, CommentRow comment) {
    return written != null && written.firstSeenAt().isAfter(comment.firstSeenAt());
  }

  void add(RevisionHash revision) {
    revisions
        .computeIfAbsent(revision.key(), k -> new HashMap<>())
        .put(revision.revision(), revision.sha256());
  }
}
