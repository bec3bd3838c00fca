package hallmonitor.ingest.connector;

import hallmonitor.contract.event.AccountStatus.Allowance;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Acts on one account's comments. Must be thread-safe. */
public interface CommentActions {
  /**
   * The state of a comment on the platform.
   *
   * @param word the platform's own word, such as {@code hold}
   * @param certain false if the platform does not say, so that an act with an unknown outcome must
   *     be repeated
   */
  record Observed(String word, Visibility visibility, boolean certain) {
    public Observed(String word, Visibility visibility) {
      this(word, visibility, true);
    }

    /** Returns whether the comment is already in the state that an action asks for. */
    public boolean satisfies(PlatformAction action) {
      return certain && agrees(action);
    }

    private boolean agrees(PlatformAction action) {
      return switch (action) {
        case HIDE -> visibility != Visibility.VISIBLE;
        case RESTORE -> visibility == Visibility.VISIBLE;
        case DELETE -> visibility == Visibility.DELETED;
        case BLOCK_AUTHOR, UNBLOCK_AUTHOR, REPLY -> false;
      };
    }
  }

  /**
   * The result of an action.
   *
   * @param applied false if nothing had to change
   */
  record Applied(boolean applied, Observed observed) {}

  Set<Capability> capabilities();

  /**
   * Brings a comment into the state that the action asks for. Not for replies.
   *
   * @throws PlatformException after a {@link Fault.Transient} the outcome is unknown: observe
   *     before retrying
   */
  Applied apply(PlatformAction action, String commentId) throws PlatformException;

  /**
   * Does the same on a platform that recognizes a repeated act by its id.
   *
   * @param actionId the same for each attempt of one order
   */
  default Applied apply(UUID actionId, PlatformAction action, String commentId)
      throws PlatformException {
    return apply(action, commentId);
  }

  /** Asks whether acts would be accepted, if reading does not show it. Changes nothing there. */
  default void verifyActs() throws PlatformException {}

  /**
   * Replies to a comment as the account's own user. Looks for a reply of the same action first, so
   * a retry never replies twice, no matter what the earlier outcome was.
   *
   * @param text plain text without markup
   * @throws PlatformException as for {@link #apply}
   */
  Applied reply(UUID actionId, String commentId, String text) throws PlatformException;

  /**
   * Returns the remaining part of the acts that the platform allows in a period. Sends no request.
   *
   * @return empty if the platform counts no acts
   */
  default Optional<Allowance> allowance() {
    return Optional.empty();
  }

  /** Returns the current state of a comment on the platform. */
  Observed observe(String commentId) throws PlatformException;
}
