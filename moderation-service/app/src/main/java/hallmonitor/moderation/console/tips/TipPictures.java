package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.console.WorkLane;
import io.vertx.ext.web.FileUpload;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads the screenshots of forms on a thread of its own. A large one takes about a second of a
 * processor, and anybody may send some: pages, and pictures of comments, do not wait for them.
 */
@ApplicationScoped
class TipPictures {
  /** How long a browser waits until it tries again. */
  static final int SECONDS = 5;

  /** As many threads that pages need can wait for one. */
  static final int WAITING = 3;

  private final WorkLane lane = new WorkLane("sent-in-pictures", 1, WAITING);

  /**
   * Reads what came with a form; nothing is no work.
   *
   * @throws WorkLane.Full if too many wait
   */
  TipUpload read(List<FileUpload> uploads) {
    return TipUpload.isAny(uploads) ? lane.run(() -> TipUpload.of(uploads)) : TipUpload.NONE;
  }

  @PreDestroy
  void stop() {
    lane.close();
  }
}
