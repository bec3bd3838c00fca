package hallmonitor.settings.escalation;

import java.util.List;

/**
 * How the page behind a notice's link looks.
 *
 * @param wordsAtOnce whether a comment's words are shown with the page; otherwise behind one tap,
 *     which is recorded with person and time
 * @param calls lines to call, in their order
 */
public record AnswerPageRules(boolean wordsAtOnce, List<CallLine> calls) {
  public AnswerPageRules {
    calls = List.copyOf(calls);
  }

  /** Returns the lines for comments of these categories. */
  public List<CallLine> calls(List<String> of) {
    return calls.stream().filter(line -> line.isFor(of)).toList();
  }
}
