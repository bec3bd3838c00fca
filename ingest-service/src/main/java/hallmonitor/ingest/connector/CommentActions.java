package hallmonitor.ingest.connector;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import java.util.Set;
import java.util.UUID;

/** Acts on one account's comments. Called by several threads. */
public interface CommentActions {
  /**
   * @param word the platform's own word, such as {@code hold}
   */
  record Observed(String word, Visibility visibility) {
    /** Whether nothing is left to do for an action. */
    public boolean satisfies(PlatformAction action) {
      return switch (action) {
        case HIDE -> visibility != Visibility.VISIBLE;
        case RESTORE -> visibility == Visibility.VISIBLE;
        case DELETE -> visibility == Visibility.DELETED;
        case BLOCK_AUTHOR, UNBLOCK_AUTHOR, REPLY -> false;
      };
    }
  }

  /**
   * @param applied false when it was so already
   */
  record Applied(boolean applied, Observed observed) {}

  Set<Capability> capabilities();

  /**
   * Brings a comment into the state that the action asks for; a reply is not asked for here.
   *
   * @throws PlatformException after a {@link Fault.Transient} the outcome is unknown: observe
   *     before trying again
   */
  Applied apply(PlatformAction action, String commentId) throws PlatformException;

  /**
   * Answers a comment as the account's own user. A reply of the same action is looked for first, so
   * that asking again, after whatever outcome, never answers twice.
   *
   * @param text plain text; nothing in it is markup
   * @throws PlatformException as with {@link #apply}
   */
  Applied reply(UUID actionId, String commentId, String text) throws PlatformException;

  /** The comment's state on the platform now. */
  Observed observe(String commentId) throws PlatformException;
}
