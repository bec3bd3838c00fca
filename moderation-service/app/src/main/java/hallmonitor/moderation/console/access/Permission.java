package hallmonitor.moderation.console.access;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.AUDITOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import java.util.Set;

/**
 * What roles have in common. An endpoint names the right that it needs, or the one role that it is
 * for; to which cases it extends, the {@link Scope} says.
 */
public final class Permission {
  /** Reads cases with everything around them, their evidence included. */
  public static final String READ = "right-read";

  /** Changes cases: decides, answers, fills in duties, has evidence captured. */
  public static final String ACT = "right-act";

  /** Reads who did what. */
  public static final String AUDIT = "right-audit";

  private Permission() {}

  static Set<String> of(String role) {
    return switch (role) {
      case MODERATOR, BUILDING_ADMINISTRATOR -> Set.of(READ, ACT);
      case ADMINISTRATOR -> Set.of(READ, ACT, AUDIT);
      case RECORDS_OFFICER, AUDITOR -> Set.of(READ, AUDIT);
      default -> Set.of();
    };
  }
}
