package hallmonitor.moderation.console.request;

/** How far the review of a request is. */
public record ReviewProgress(
    long items, long decided, long released, long redacted, long withheld, long later) {
  public boolean isDone() {
    return items > 0 && decided == items;
  }
}
