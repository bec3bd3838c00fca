package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The first decision about an item starts the review, and a requester who looks is told so. */
final class ReviewStart {
  private ReviewStart() {}

  /**
   * Locks a request with items that may change, for someone who changes one.
   *
   * @param by a user name: the person works on the request, unless someone does
   * @throws NotLegal if it is answered, withdrawn, or closed
   */
  static Locked open(Handle t, UUID requestId, String by, Instant now) {
    Locked request = RequestDesk.lock(t, requestId);
    if (request.current() == RequestState.CLOSED) {
      throw new NotLegal(Sentence.of("This request is closed."));
    }
    if (!request.current().isRunning()) {
      throw new NotLegal(
          Sentence.of(
              "This request was answered or withdrawn. Start the review again to change its items."));
    }
    if (request.current() == RequestState.RECEIVED) {
      start(t, request, by, now);
    }
    return request;
  }

  /** The version stays: this takes nothing from a person who has the request open. */
  private static void start(Handle t, Locked request, String by, Instant now) {
    UUID id = request.requestId();
    t.execute(
        "update records_request set state = 'in-review', changed_at = ? where request_id = ?",
        now,
        id);
    RequestDesk.tell(t, id, request.number(), by, "in-review", "");
    int assigned =
        t.execute(
            "update records_request set worker = ? where request_id = ? and worker = ''", by, id);
    if (assigned > 0) {
      RequestDesk.tell(t, id, request.number(), by, "assigned", by);
    }
  }
}
