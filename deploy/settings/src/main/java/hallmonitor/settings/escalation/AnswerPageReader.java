package hallmonitor.settings.escalation;

import hallmonitor.settings.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code answer-page} of escalation.yaml. */
final class AnswerPageReader {
  private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 ()./-]{1,24}");

  /** When the comment's words are shown. */
  private enum WordsShown {
    ON_TAP,
    AT_ONCE
  }

  private AnswerPageReader() {}

  /** Files from before this section existed get the shipped lines for every category. */
  static AnswerPageRules read(Optional<YamlMapping> section) {
    return section
        .map(AnswerPageReader::read)
        .orElseGet(
            () ->
                new AnswerPageRules(false, EscalationFile.read("").answerPage().calls(List.of())));
  }

  private static AnswerPageRules read(YamlMapping m) {
    m.allow("words", "calls");
    return new AnswerPageRules(
        m.oneOf("words", WordsShown.class, WordsShown.ON_TAP) == WordsShown.AT_ONCE,
        m.list("calls", AnswerPageReader::line));
  }

  private static CallLine line(YamlMapping m) {
    m.allow("number", "name", "categories");
    String number = m.text("number");
    if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
      m.problem("number", "'" + number + "' is not a telephone number");
    }
    return new CallLine(
        number,
        DutiesReader.words(m, "name"),
        Set.copyOf(m.texts("categories", EscalationFile::notACategory)));
  }
}
