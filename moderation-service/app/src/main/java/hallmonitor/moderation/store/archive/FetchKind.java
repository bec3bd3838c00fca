package hallmonitor.moderation.store.archive;

/** What is fetched. */
public enum FetchKind {
  /** A picture of a post. */
  POST(FetchHour.POST),
  /** A picture of a comment, or what may turn out to be a video. */
  PICTURE(FetchHour.PICTURE),
  /** What is known to be a video of a comment. */
  VIDEO(FetchHour.VIDEO);

  private final FetchHour hour;

  FetchKind(FetchHour hour) {
    this.hour = hour;
  }

  /** Returns what it counts for unless a person asked for it. */
  public FetchHour hour() {
    return hour;
  }
}
