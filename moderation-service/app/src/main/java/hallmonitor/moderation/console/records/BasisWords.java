package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.store.records.Disposal.Basis;
import java.util.function.Function;

/**
 * What a disposal rests on, in the reader's language. A disposal keeps the English; the Spanish is
 * that of its rule, if the rule still says the same.
 */
final class BasisWords {
  private BasisWords() {}

  /** Returns who approves it; before there were rules, who approves disposals today. */
  static CharSequence authority(Basis basis, Retention schedule) {
    return basis.rule().isEmpty()
        ? ReaderLanguage.chosen(schedule.authority())
        : chosen(basis, basis.authorityInWords(), RetentionRule::authority, schedule);
  }

  /** Returns what sets the time; may be empty. */
  static CharSequence source(Basis basis, Retention schedule) {
    return chosen(basis, basis.source(), RetentionRule::source, schedule);
  }

  private static CharSequence chosen(
      Basis basis,
      CharSequence kept,
      Function<RetentionRule, CharSequence> now,
      Retention schedule) {
    return schedule
        .rule(basis.rule())
        .map(now)
        .filter(words -> words.toString().contentEquals(kept))
        .map(ReaderLanguage::chosen)
        .orElse(kept);
  }
}
