package hallmonitor.notifier.queue;

/**
 * How the queue stands.
 *
 * @param queued notices that wait, those that are not due yet included
 * @param oldestSeconds how long the oldest one has been due; 0 when none is
 * @param nobodyTold escalations of the last 24 hours for which no person could be found
 */
public record NoticeBacklog(long queued, double oldestSeconds, long nobodyTold) {
  public static final NoticeBacklog UNKNOWN = new NoticeBacklog(0, 0, 0);
}
