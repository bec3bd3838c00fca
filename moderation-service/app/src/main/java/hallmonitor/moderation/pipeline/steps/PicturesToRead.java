package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.PictureHeard;
import hallmonitor.moderation.store.archive.PicturedRevisions;
import hallmonitor.moderation.store.archive.PicturedRevisions.Pictured;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pictures of comments on their way: put into the queue as the comment is archived, and heard
 * when it is judged again. Comments without pictures cost no statement.
 */
public final class PicturesToRead {
  private final PicturedRevisions store;

  /**
   * Creates it.
   *
   * @param connection in a transaction
   */
  public PicturesToRead(Connection connection) {
    this.store = new PicturedRevisions(connection);
  }

  /** Puts the pictures of new revisions into the queue. */
  public void add(List<CommentVerdict> archived, BatchTraces traces, Instant now)
      throws SQLException {
    List<Pictured> pictured =
        archived.stream()
            .map(CommentVerdict::update)
            .filter(update -> update.toJudge() && !update.seen().attachments().isEmpty())
            .map(
                update ->
                    new Pictured(
                        update.key(),
                        update.seen(),
                        traces.of(update.seen()),
                        update.after().fromHistory()))
            .toList();
    if (!pictured.isEmpty()) {
      store.add(pictured, now);
    }
  }

  /** Returns these with what was read in the pictures that they show. */
  public List<CommentUpdate> heard(List<CommentUpdate> updates) throws SQLException {
    Set<CommentKey> pictured =
        updates.stream()
            .filter(update -> !update.seen().attachments().isEmpty())
            .map(CommentUpdate::key)
            .collect(Collectors.toSet());
    if (pictured.isEmpty()) {
      return updates;
    }
    List<PictureHeard> all = store.of(pictured);
    return updates.stream()
        .map(update -> update.withPictures(PictureHeard.shownBy(update.seen(), all)))
        .toList();
  }

  /** Records which pictures these verdicts rest on. */
  public void judged(List<CommentVerdict> verdicts) throws SQLException {
    for (CommentVerdict judged : verdicts) {
      CommentUpdate update = judged.update();
      if (!update.pictures().isEmpty()) {
        store.judged(update.seen().revision(), update.pictures());
      }
    }
  }
}
