package hallmonitor.notifier.notice;

import hallmonitor.settings.escalation.Duty;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticeTexts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * How this district wants its notices.
 *
 * @param consoleUrl without a slash at its end
 * @param rules whose notices quote the comment and name its author, and what duties they recall
 * @param texts what the district words itself
 */
public record NoticeSettings(
    String consoleUrl, EscalationRules rules, NoticeTexts texts, Links links) {
  /** Where a notice's one link leads. */
  @FunctionalInterface
  public interface Links {
    /**
     * @param conversation the escalation that opened it
     * @param person the reader, by id
     */
    String to(UUID conversation, String person);
  }

  public NoticeSettings {
    consoleUrl = consoleUrl.replaceAll("/+$", "");
  }

  /** Each duty's text once, in the order of the categories. */
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
