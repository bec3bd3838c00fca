package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.store.objections.BlockDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends blocks whose time is over. The time stands in the database and is compared with its clock,
 * so a restart neither lengthens nor forgets it. Any number of instances may do it at the same
 * time.
 */
public final class BlockExpiryJob {
  private static final System.Logger LOG = System.getLogger(BlockExpiryJob.class.getName());

  private final BlockDesk desk;
  private volatile List<UUID> stuck = List.of();

  public BlockExpiryJob(BlockDesk desk) {
    this.desk = desk;
  }

  /**
   * Each block by itself: one that cannot be ended must not hold up the others.
   *
   * @return how many were ended
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

  /** Which blocks are over and do not end, in words; empty when all end. */
  public Optional<String> fault() {
    return stuck.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "these are over and cannot be ended, unblock their authors by hand: " + stuck);
  }
}
