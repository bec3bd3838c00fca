package hallmonitor.contract.event;

/**
 * What can be done on a platform. Only {@link #HIDE} and {@link #RESTORE} are ever ordered without
 * a person.
 */
public enum PlatformAction {
  HIDE,
  RESTORE,
  DELETE,
  BLOCK_AUTHOR,
  UNBLOCK_AUTHOR,
  /** Replies to a comment as the account's own user, once per action id. */
  REPLY
}
