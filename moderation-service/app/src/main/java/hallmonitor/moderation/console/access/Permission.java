package hallmonitor.moderation.console.access;

import static hallmonitor.moderation.console.access.ConsoleUser.ACCOUNT_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.AUDITOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import java.util.Set;

/**
 * Names of rights that roles share. An endpoint names the right or the role that it needs; the
 * {@link Scope} limits the cases.
 */
public final class Permission {
  /** Reads cases with everything around them, including their evidence. */
  public static final String READ = "right-read";

  /** Changes cases: decides, answers, fills in duties, requests evidence. */
  public static final String ACT = "right-act";

  /** Reads who did what. */
  public static final String AUDIT = "right-audit";

  private Permission() {}

  static Set<String> of(String role) {
    return switch (role) {
      case MODERATOR, BUILDING_ADMINISTRATOR, ACCOUNT_ADMINISTRATOR -> Set.of(READ, ACT);
      case ADMINISTRATOR -> Set.of(READ, ACT, AUDIT);
      case RECORDS_OFFICER, AUDITOR -> Set.of(READ, AUDIT);
      default -> Set.of();
    };
  }
}
