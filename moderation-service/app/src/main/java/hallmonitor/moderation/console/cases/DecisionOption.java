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
          Sentence.of("Confirm hide"),
          "c",
          Sentence.of("The hide was right. The comment stays hidden."));
  private static final DecisionOption RESTORE =
      new DecisionOption(
          Decision.Kind.RESTORE, Sentence.of("Restore"), "r", Sentence.of("Restore the comment."));
  private static final DecisionOption HIDE =
      new DecisionOption(
          Decision.Kind.HIDE,
          Sentence.of("Hide"),
          "h",
          Sentence.of("Hide the comment. You can undo it."));
  private static final DecisionOption CONFIRM_HELD =
      new DecisionOption(
          Decision.Kind.CONFIRM,
          Sentence.of("Confirm hide"),
          "c",
          Sentence.of("The hide is right. It takes effect once the evidence is sealed."));
  private static final DecisionOption KEEP =
      new DecisionOption(
          Decision.Kind.RESTORE,
          Sentence.of("Keep visible"),
          "r",
          Sentence.of("Cancel the hide that is waiting for evidence. The comment stays visible."));
  private static final DecisionOption HIDE_NOW =
      new DecisionOption(
          Decision.Kind.HIDE,
          Sentence.of("Hide now"),
          "h",
          Sentence.of(
              "Hide it right away, before its evidence is sealed. The history records this."));
  private static final DecisionOption DISMISS =
      new DecisionOption(
          Decision.Kind.DISMISS,
          Sentence.of("No violation"),
          "d",
          Sentence.of("Nothing is wrong with it. It stays visible."));
  private static final DecisionOption ACTED =
      new DecisionOption(
          Decision.Kind.CONFIRM,
          Sentence.of("Acted on"),
          "c",
          Sentence.of("It was dealt with outside this console. The case is closed."));
  private static final DecisionOption NOTHING_FOUND =
      new DecisionOption(
          Decision.Kind.DISMISS,
          Sentence.of("No violation"),
          "d",
          Sentence.of("Nothing is wrong with it. The case is closed."));
  private static final DecisionOption HARMLESS =
      new DecisionOption(
          Decision.Kind.HARMLESS,
          Sentence.of("OK until edited"),
          "i",
          Sentence.of(
              "This text is fine. It stays visible and out of the queue until its author edits"
                  + " it."));

  private static final DecisionOption REOPEN =
      undo(Sentence.of("Undo"), Sentence.of("Undo the decision. The case goes back to the queue."));
  private static final DecisionOption HIDE_AGAIN =
      undo(
          Sentence.of("Undo: hide again"),
          Sentence.of("Hide the comment again. The case goes back to the queue."));
  private static final DecisionOption SHOW_AGAIN =
      undo(
          Sentence.of("Undo: show again"),
          Sentence.of("Restore the comment. The case goes back to the queue."));

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
    return choices(situation, undo).filter(choice -> situation.allows(choice.kind())).toList();
  }

  private static Stream<DecisionOption> choices(CaseSituation situation, DecisionOption undo) {
    if (situation.elsewhere()) {
      return Stream.of(ACTED, NOTHING_FOUND, undo);
    }
    return situation.held()
        ? Stream.of(CONFIRM_HELD, KEEP, HIDE_NOW, undo)
        : Stream.of(CONFIRM, RESTORE, HIDE, DISMISS, HARMLESS, undo);
  }

  /** Returns the form value. */
  public String getCode() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
