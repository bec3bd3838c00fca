package hallmonitor.ingest.connector;

import hallmonitor.contract.event.PlatformAction;
import java.util.Locale;

/**
 * What a platform can do with a comment or its author. There is no substitute for a missing
 * capability.
 */
public enum Capability {
  HIDE,
  RESTORE,
  DELETE,
  BLOCK_AUTHOR,
  UNBLOCK_AUTHOR,
  REPLY;

  public static Capability of(PlatformAction action) {
    return valueOf(action.name());
  }

  /** Returns the name used in files and events, such as {@code block-author}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
