package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.EnumCodes;

/** What is fetched. Each has a limit of the hour of its own. */
public enum FetchKind {
  /** A picture of a post. */
  POST,
  /** A picture of a comment, or what may turn out to be a video. */
  PICTURE,
  /** What is known to be a video of a comment. */
  VIDEO;

  /** Returns what stands in the database. */
  String code() {
    return EnumCodes.of(this);
  }
}
