package hallmonitor.ingest.connector.youtube;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sets the moderation status of comments. A call costs 50 units for one comment or for many, so all
 * orders that arrive during a call are sent together in the next one. Nothing waits when no call is
 * running.
 */
final class ModerationCalls {
  /** Comments that are sent in one call. */
  private static final class Batch {
    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, PlatformException> failed = new HashMap<>();
    private @Nullable PlatformException allFailed;
    private boolean sent;

    void answer(String id) throws PlatformException {
      PlatformException mine = failed.getOrDefault(id, allFailed);
      if (mine != null) {
        throw new PlatformException(mine.fault(), mine);
      }
    }
  }

  private final YouTubeApi api;
  private final ReentrantLock calling = new ReentrantLock(true);

  /** Waiting comments, by the status to set. */
  private final Map<String, Batch> waiting = new HashMap<>();

  ModerationCalls(YouTubeApi api) {
    this.api = api;
  }

  /**
   * Sets a comment's status.
   *
   * @param status {@code heldForReview} or {@code published}
   */
  void set(String id, String status) throws PlatformException {
    Batch batch;
    synchronized (waiting) {
      batch = waiting.computeIfAbsent(status, s -> new Batch());
      batch.ids.add(id);
    }
    calling.lock();
    try {
      if (!batch.sent) {
        send(batch, status);
      }
      batch.answer(id);
    } finally {
      calling.unlock();
    }
  }

  private void send(Batch batch, String status) {
    List<String> ids;
    synchronized (waiting) {
      waiting.remove(status, batch);
      ids = List.copyOf(batch.ids);
    }
    batch.sent = true;
    try {
      call(ids, status);
    } catch (PlatformException e) {
      boolean oneIsToBlame = e.fault() instanceof Fault.Gone || e.fault() instanceof Fault.Rejected;
      if (ids.size() == 1 || !oneIsToBlame) {
        batch.allFailed = e;
        return;
      }
      for (String id : ids) {
        try {
          call(List.of(id), status);
        } catch (PlatformException own) {
          batch.failed.put(id, own);
        }
      }
    }
  }

  private void call(List<String> ids, String status) throws PlatformException {
    api.change(
        "comments/setModerationStatus",
        Map.of("id", String.join(",", ids), "moderationStatus", status),
        "");
  }
}
