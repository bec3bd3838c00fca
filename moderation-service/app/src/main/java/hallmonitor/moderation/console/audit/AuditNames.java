package hallmonitor.moderation.console.audit;

import hallmonitor.moderation.console.page.DisplayLabels;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the ids of the audit log stand for: a reader sees the names, and the ids on request. */
final class AuditNames {
  private static final Pattern ID =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
              + "|(?<=^|letter )[0-9]+$|(?<= (?:from|version) )[0-9a-f]{12}\\b");

  private static final String ACCOUNT = "account ";

  /** Parts of this program that act automatically. */
  private static final Set<String> MACHINES =
      Set.of("policy", "clock", "ingest", "notifier", "first-start", "sign-in");

  /** Targets that the act already implies. */
  private static final Set<String> SAID =
      Set.of(
          "",
          "hold",
          "hand block",
          "disposal",
          "sample",
          "bulk",
          "proposal on",
          "dead letter",
          "records",
          "search",
          "author",
          "refusal",
          "audit");

  private AuditNames() {}

  /**
   * Returns the name of who did it.
   *
   * @param displayName of the console's person; the same as the actor for everyone else
   */
  static String actor(String actor, String displayName) {
    if (MACHINES.contains(actor)) {
      return "Hall Monitor";
    }
    return displayName.equals(actor) ? DisplayLabels.person(actor) : displayName;
  }

  /** Returns what it was done to, if the act does not say so. */
  static String target(String act, String target) {
    if (target.startsWith(ACCOUNT)) {
      return DisplayLabels.account(target.substring(ACCOUNT.length()));
    }
    if (act.equals("report-exported")) {
      return DisplayLabels.plain(target);
    }
    String kind = withoutIds(target);
    return SAID.contains(kind) ? "" : kind;
  }

  static String withoutIds(String text) {
    return ID.matcher(text)
        .replaceAll("")
        .replaceAll(" (?:from|is now version) ?$", "")
        .replaceAll(" +(?=:|\\.|$)", "")
        .strip();
  }

  /** Returns the ids in what an entry is about. */
  static List<String> targetIds(String target) {
    return target.startsWith(ACCOUNT) ? List.of(target.substring(ACCOUNT.length())) : ids(target);
  }

  /** Returns the ids in what people and programs wrote. */
  static List<String> ids(String text) {
    return ID.matcher(text).results().map(MatchResult::group).distinct().toList();
  }
}
