package hallmonitor.moderation.store.posts;

import hallmonitor.moderation.casework.EnumCodes;
import java.time.Instant;
import java.util.UUID;

/**
 * A post before it goes out.
 *
 * @param building id of the account's building
 * @param pictures {@code nobody} if no student is in them, {@code checked} if one is
 * @param checkedBy who checked that each pictured student may be shown; empty if nobody had to
 * @param state code of a {@link State}
 * @param author a user name
 * @param version grows with every change
 * @param answeredBy a user name; empty while nobody has answered
 * @param note of the answer
 */
public record PlannedPost(
    UUID id,
    String account,
    String building,
    String title,
    String body,
    String pictures,
    String checkedBy,
    String state,
    String author,
    Instant changedAt,
    int version,
    String answeredBy,
    String note) {
  /** Where a planned post stands. */
  public enum State {
    WRITING,
    /** Waits for an approval; its text is fixed. */
    ASKED,
    APPROVED,
    /** Its author has published it on the platform. */
    PUBLISHED,
    DISCARDED
  }

  public boolean isIn(State asked) {
    return state.equals(EnumCodes.of(asked));
  }
}
