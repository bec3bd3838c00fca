package hallmonitor.notifier.queue;

/**
 * The state of the queue.
 *
 * @param queued waiting notices, including those not due yet
 * @param oldestSeconds how long the oldest one has been due; 0 if none is
 * @param nobodyTold escalations of the last 24 hours for which no one could be found
 */
public record NoticeBacklog(long queued, double oldestSeconds, long nobodyTold) {
  public static final NoticeBacklog UNKNOWN = new NoticeBacklog(0, 0, 0);
}
