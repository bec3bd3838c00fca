package hallmonitor.moderation.console.access;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who may sign in.
 *
 * @param paused whether sign-in is refused for a while after failed attempts; a running session
 *     goes on
 * @param removed whether access was taken away for good; sessions end with it
 * @param sessionsFrom sessions from before it no longer count
 * @param secondFactor whether a password alone does not sign them in
 */
public record Person(
    String userName,
    String displayName,
    String passwordHash,
    String role,
    boolean mustChangePassword,
    boolean paused,
    boolean removed,
    Instant sessionsFrom,
    Instant createdAt,
    boolean secondFactor) {
  public static final String MODERATOR = "moderator";
  public static final String ADMINISTRATOR = "administrator";
  static final List<String> ROLES = List.of(MODERATOR, ADMINISTRATOR);

  public boolean administrator() {
    return ADMINISTRATOR.equals(role);
  }

  @Override
  public String toString() {
    return userName;
  }
}
