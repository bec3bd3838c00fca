package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionReach;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the records schedule as pages show it, or a kind of records without one.
 *
 * @param code of the rule; of the kind if there is no rule
 * @param kept in words; empty if these records are kept forever
 * @param latest last day that a disposal may name; null if all are kept
 */
public record RuleView(
    String code,
    Sentence words,
    RetentionReach reach,
    Sentence kept,
    @Nullable LocalDate latest,
    CharSequence authority,
    CharSequence source,
    String series) {
  public static RuleView of(RetentionRule rule, LocalDate today) {
    return new RuleView(
        rule.code(),
        DisposalView.words(rule.kind()),
        rule.reach(),
        rule.kept().map(Retention::inWords).orElse(Sentence.NONE),
        rule.latest(today).orElse(null),
        ReaderLanguage.chosen(rule.authority()),
        ReaderLanguage.chosen(rule.source()),
        rule.series());
  }

  public static RuleView without(RecordKind kind) {
    return new RuleView(
        EnumCodes.of(kind),
        DisposalView.words(kind),
        RetentionReach.EVERYTHING,
        Sentence.NONE,
        null,
        "",
        "",
        "");
  }

  /** Returns the rules of a schedule, and the kinds for which it has none. */
  static List<RuleView> of(Retention schedule, LocalDate today) {
    List<RuleView> views = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      List<RuleView> its =
          schedule.rules().stream()
              .filter(rule -> rule.kind() == kind)
              .map(rule -> of(rule, today))
              .toList();
      views.addAll(its.isEmpty() ? List.of(without(kind)) : its);
    }
    return views;
  }

  public boolean isDisposable() {
    return latest != null;
  }
}
