package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.store.objections.BlockDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends blocks after their last day. The time is stored in the database and compared with its clock,
 * so a restart neither extends nor forgets it. Any number of instances may run it at the same time.
 */
public final class BlockExpiryJob {
  private static final System.Logger LOG = System.getLogger(BlockExpiryJob.class.getName());

  private final BlockDesk desk;
  private volatile List<UUID> stuck = List.of();

  public BlockExpiryJob(BlockDesk desk) {
    this.desk = desk;
  }

  /**
   * Ends each block separately, so that one failure does not delay the others.
   *
   * @return number of ended blocks
   */
  public int end() {
    int ended = 0;
    List<UUID> failed = new ArrayList<>();
    for (UUID id : desk.due()) {
      try {
        ended += desk.endDue(id) ? 1 : 0;
      } catch (RuntimeException e) {
        failed.add(id);
        if (!stuck.contains(id)) {
          LOG.log(System.Logger.Level.ERROR, "block " + id + " cannot be ended; trying on", e);
        }
      }
    }
    stuck = List.copyOf(failed);
    return ended;
  }

  /** Returns which blocks are over but cannot be ended, in words; empty if all end. */
  public Optional<String> fault() {
    return stuck.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "these are over and cannot be ended, unblock their authors by hand: " + stuck);
  }
}
