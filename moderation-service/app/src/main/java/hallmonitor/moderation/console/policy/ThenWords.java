package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.page.DisplayLabels.plain;
import static hallmonitor.moderation.console.page.DisplayLabels.small;

import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenConsequence;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.List;
import java.util.stream.Collectors;

/** What happens when a clause holds, in one sentence. */
final class ThenWords {
  private static final String IMMEDIATE = "immediate";
  private static final String SOON = "soon";

  private ThenWords() {}

  static Sentence of(Consequence then) {
    return of(
        then.hide(),
        then.outcome() == PolicyOutcome.REVIEW,
        then.dangerLane(),
        then.roles(),
        YamlMapping.nameOf(then.urgency()));
  }

  /** Describes a clause as written, right or wrong. */
  static Sentence of(WrittenClause clause) {
    WrittenConsequence then = clause.then();
    return of(
        then.hide(),
        then.review(),
        !then.lane().isEmpty(),
        then.escalates() ? then.roles() : List.of(),
        then.urgency());
  }

  private static Sentence of(
      boolean hide, boolean review, boolean lane, List<String> roles, String urgency) {
    if (!roles.isEmpty()) {
      return reported(hide, roles(roles), urgency);
    }
    if (hide) {
      return Sentence.of("Hidden at once. A person reviews it.");
    }
    if (lane) {
      return Sentence.of("Stays visible. A person reviews it before all others, within hours.");
    }
    return review
        ? Sentence.of("Stays visible. A person reviews it.")
        : Sentence.of("Nothing happens.");
  }

  private static Sentence reported(boolean hide, String roles, String urgency) {
    return switch (urgency) {
      case IMMEDIATE ->
          hide
              ? Sentence.of("Hidden at once. Reported at any hour to: {1}.", roles)
              : Sentence.of("Reported at any hour to: {1}.", roles);
      case SOON ->
          hide
              ? Sentence.of("Hidden at once. Reported outside quiet hours to: {1}.", roles)
              : Sentence.of("Reported outside quiet hours to: {1}.", roles);
      default ->
          hide
              ? Sentence.of("Hidden at once. Reported to: {1}.", roles)
              : Sentence.of("Reported to: {1}.", roles);
    };
  }

  private static String roles(List<String> roles) {
    return roles.stream().map(role -> small(plain(role))).collect(Collectors.joining(", "));
  }
}
