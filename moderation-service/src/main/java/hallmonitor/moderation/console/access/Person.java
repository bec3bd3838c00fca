package hallmonitor.moderation.console.access;

import java.time.Instant;

/**
 * Somebody who may sign in.
 *
 * @param paused whether sign-in is refused for a while after failed attempts; a running session
 *     goes on
 * @param removed whether access was taken away for good; sessions end with it
 * @param passwordChangedAt sessions from before it no longer count
 */
public record Person(
    String userName,
    String displayName,
    String passwordHash,
    String role,
    boolean mustChangePassword,
    boolean paused,
    boolean removed,
    Instant passwordChangedAt,
    Instant createdAt) {
  public static final String MODERATOR = "moderator";
  public static final String ADMINISTRATOR = "administrator";

  public boolean administrator() {
    return ADMINISTRATOR.equals(role);
  }

  @Override
  public String toString() {
    return userName;
  }
}
