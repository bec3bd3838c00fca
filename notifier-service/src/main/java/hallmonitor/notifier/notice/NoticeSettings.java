package hallmonitor.notifier.notice;

import hallmonitor.settings.escalation.Duty;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticeTexts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * This district's settings for notices.
 *
 * @param consoleUrl without a trailing slash
 * @param rules which notices quote the comment and name its author, and which duties they mention
 * @param texts the district's own wording
 */
public record NoticeSettings(
    String consoleUrl, EscalationRules rules, NoticeTexts texts, Links links) {
  /** Creates the link of a notice. */
  @FunctionalInterface
  public interface Links {
    /**
     * Returns the link.
     *
     * @param conversation id of its first escalation
     * @param person the reader, by id
     */
    String to(UUID conversation, String person);
  }

  public NoticeSettings {
    consoleUrl = consoleUrl.replaceAll("/+$", "");
  }

  /** Returns each duty's text once, in category order. */
  List<String> duties(List<String> categories, String language) {
    LinkedHashSet<String> found = new LinkedHashSet<>();
    categories.stream()
        .flatMap(category -> rules.duties(category).stream())
        .filter(Duty::inNotice)
        .forEach(duty -> found.add(duty.text(language)));
    return List.copyOf(found);
  }

  boolean quotesFor(String role) {
    return rules.quoteFor().contains(role);
  }

  boolean namesFor(String role) {
    return rules.nameFor().contains(role);
  }
}
