package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.EnumCodes;

/**
 * What a fetch counts for. Each has a limit of the hour of its own, so that none takes another's.
 */
public enum FetchHour {
  /** Pictures of posts that are kept as they are read. */
  POST,
  /** Pictures of comments that are fetched to be read. */
  PICTURE,
  /** Videos of comments that are fetched to be looked at. */
  VIDEO,
  /** All that people ask for in the console. */
  PERSON;

  /** Returns what stands in the database. */
  String code() {
    return EnumCodes.of(this);
  }
}
