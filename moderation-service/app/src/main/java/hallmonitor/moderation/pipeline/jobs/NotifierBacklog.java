package hallmonitor.moderation.pipeline.jobs;

/** What the notifier says of itself. */
@FunctionalInterface
public interface NotifierBacklog {
  /** Returns whether evidence waits for its seal there, or nothing is heard of the notifier. */
  boolean sealsWait();
}
