package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.Action;
import hallmonitor.moderation.casework.CaseSituation;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A decision that a person is offered.
 *
 * @param key its single key
 * @param means what follows, in words
 */
public record DecisionOption(Decision.Kind kind, Sentence label, String key, Sentence means) {
  private static final DecisionOption CONFIRM =
      new DecisionOption(
          Decision.Kind.CONFIRM,
          Sentence.of("Confirm"),
          "c",
          Sentence.of("The hide was right; it stays hidden."));
  private static final DecisionOption RESTORE =
      new DecisionOption(
          Decision.Kind.RESTORE,
          Sentence.of("Restore"),
          "r",
          Sentence.of("Show the comment again."));
  private static final DecisionOption HIDE =
      new DecisionOption(
          Decision.Kind.HIDE,
          Sentence.of("Hide"),
          "h",
          Sentence.of("Hide the comment, reversibly."));
  private static final DecisionOption CONFIRM_HELD =
      new DecisionOption(
          Decision.Kind.CONFIRM,
          Sentence.of("Confirm"),
          "c",
          Sentence.of("The hide is right; it goes out once the evidence is sealed."));
  private static final DecisionOption KEEP =
      new DecisionOption(
          Decision.Kind.RESTORE,
          Sentence.of("Keep visible"),
          "r",
          Sentence.of("Cancel the hide that waits for its evidence; the comment stays visible."));
  private static final DecisionOption HIDE_NOW =
      new DecisionOption(
          Decision.Kind.HIDE,
          Sentence.of("Hide now"),
          "h",
          Sentence.of("Hide it at once, before its evidence is sealed; the history says so."));
  private static final DecisionOption DISMISS =
      new DecisionOption(
          Decision.Kind.DISMISS,
          Sentence.of("Dismiss"),
          "d",
          Sentence.of("Nothing is wrong with it; it stays visible."));
  private static final DecisionOption HARMLESS =
      new DecisionOption(
          Decision.Kind.HARMLESS,
          Sentence.of("Harmless"),
          "i",
          Sentence.of(
              "This text is harmless: show it, and ask nobody again until its author edits it."));

  private static final DecisionOption REOPEN =
      undo(
          Sentence.of("Undo"),
          Sentence.of("Take the decision back; the case waits for a person again."));
  private static final DecisionOption HIDE_AGAIN =
      undo(
          Sentence.of("Undo: hide again"),
          Sentence.of("Hide the comment again; the case waits for a person again."));
  private static final DecisionOption SHOW_AGAIN =
      undo(
          Sentence.of("Undo: show again"),
          Sentence.of("Show the comment again; the case waits for a person again."));

  private static DecisionOption undo(Sentence label, Sentence means) {
    return new DecisionOption(Decision.Kind.UNDO, label, "u", means);
  }

  /** Returns the decisions that are possible now, in display order. Undo says what it will do. */
  static List<DecisionOption> of(CaseSituation situation) {
    DecisionOption undo =
        situation
            .undoes()
            .map(action -> action == Action.HIDE ? HIDE_AGAIN : SHOW_AGAIN)
            .orElse(REOPEN);
    Stream<DecisionOption> choices =
        situation.held()
            ? Stream.of(CONFIRM_HELD, KEEP, HIDE_NOW, undo)
            : Stream.of(CONFIRM, RESTORE, HIDE, DISMISS, HARMLESS, undo);
    return choices.filter(choice -> situation.allows(choice.kind())).toList();
  }

  /** Returns the form value. */
  public String getCode() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
