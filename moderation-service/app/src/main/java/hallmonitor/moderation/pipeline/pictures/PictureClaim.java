package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.moderation.store.archive.ClaimedPicture;
import hallmonitor.moderation.store.archive.PictureQueue;
import java.io.IOException;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** A picture that this instance works on. No other one does until the claim ends. */
final class PictureClaim {
  /**
   * Longer than a fetch and three runs of the reader take, each behind those of three other
   * threads: six minutes with runs of 30 seconds.
   */
  static final Duration LEASE = Duration.ofMinutes(8);

  private final Jdbi database;
  private ClaimedPicture now;

  PictureClaim(Jdbi database, ClaimedPicture claimed) {
    this.database = database;
    this.now = claimed;
  }

  ClaimedPicture now() {
    return now;
  }

  /**
   * Prolongs it, for work that takes longer than that of one picture.
   *
   * @throws IOException if it was lost
   */
  void prolong() throws IOException {
    now =
        database
            .inTransaction(t -> new PictureQueue(t).prolong(now, LEASE))
            .orElseThrow(() -> new IOException("its claim was lost"));
  }
}
