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
  /** Answer a comment as the account's own user, once for each action id. */
  REPLY
}
