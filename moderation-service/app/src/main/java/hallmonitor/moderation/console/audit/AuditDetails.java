package hallmonitor.moderation.console.audit;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The details of the audit log in the reader's language. Rows are written once, in English, so what
 * this program wrote is known again by the act and its words. What a person wrote stays as it is.
 */
final class AuditDetails {
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

  private static final List<Shape> SHAPES =
      List.of(
          shape("sign-in", Sentence.of("password and code")),
          shape("sign-in", Sentence.of("single sign-on")),
          shape("sign-in", Sentence.of("password")),
          shape("words-read|picture-read", Sentence.of("On the answer page.")),
          shape("evidence-read", Sentence.of("blocks")),
          shape("alike-read", Sentence.of("{1} others")),
          shape("set-back-same-text", Sentence.of("{1} waiting")),
          shape("bulk-.*", Sentence.of("{1} cases.")),
          shape("quality-check", Sentence.of("rightly allowed.")),
          shape("quality-check", Sentence.of("missed: {1}."), AuditDetails::category),
          shape("answer-.*", Sentence.of("to {1}."), DisplayLabels::person),
          shape("account-.*", Sentence.of("from {1}.")),
          shape("shadow-started", Sentence.of("{1} days, {2} percent")),
          shape("backtest-started", Sentence.of("{1} days")),
          shape("draft-saved", Sentence.of("the whole text")),
          shape("draft-saved", Sentence.of("clause {1}")),
          shape("draft-saved", Sentence.of("{1} {2} removed"), DisplayLabels::plain),
          shape("draft-saved", Sentence.of("{1} {2}"), DisplayLabels::plain),
          shape("appeal-.*", Sentence.of("appeal:")),
          shape("appeal-received", Sentence.of("appeal")),
          shape(".*block.*", Sentence.of("block.")),
          shape("certificate-downloaded", Sentence.of("{1}, SHA-256 of the table {2}")),
          shape(
              "records-disposed",
              Sentence.of(
                  "{1} records with {2} revisions under approval {3}. Certificate of disposal:"
                      + " SHA-256 {4}")),
          shape("confirm|restore|hide|dismiss|undo", Sentence.of("Clause {1}. On appeal:")),
          shape("confirm|restore|hide|dismiss|undo|.*block.*", Sentence.of("On appeal:")),
          shape("confirm|restore|hide|dismiss|undo|bulk-.*", Sentence.of("Clause {1}.")));

  /**
   * What this program writes for an act, before what a person wrote.
   *
   * @param first how its first value is said
   */
  private record Shape(
      Pattern act, Pattern detail, Sentence sentence, UnaryOperator<String> first) {
    String said(Matcher found) {
      List<String> values =
          IntStream.range(1, found.groupCount())
              .mapToObj(i -> i == 1 ? first.apply(found.group(i)) : found.group(i))
              .toList();
      return ReaderLanguage.says(sentence.with(values));
    }
  }

  private AuditDetails() {}

  private static String category(String label) {
    return ReaderLanguage.says(DisplayLabels.category(label));
  }

  private static Shape shape(String act, Sentence sentence) {
    return shape(act, sentence, UnaryOperator.identity());
  }

  private static Shape shape(String act, Sentence sentence, UnaryOperator<String> first) {
    StringBuilder detail = new StringBuilder();
    Matcher place = PLACE.matcher(sentence.english());
    int from = 0;
    while (place.find()) {
      detail.append(Pattern.quote(sentence.english().substring(from, place.start())));
      detail.append("(\\S.*?)");
      from = place.end();
    }
    detail.append(Pattern.quote(sentence.english().substring(from)));
    return new Shape(
        Pattern.compile(act),
        Pattern.compile(detail + "(?:\\s+(.*))?", Pattern.DOTALL),
        sentence,
        first);
  }

  /** Returns a row's detail, whose ids are taken out, in the reader's language. */
  static String said(String act, String detail) {
    for (Shape shape : SHAPES) {
      Matcher found = shape.detail().matcher(detail);
      if (shape.act().matcher(act).matches() && found.matches()) {
        String theirs = found.group(found.groupCount());
        String ours = shape.said(found);
        return theirs == null || theirs.isBlank() ? ours : ours + " " + theirs;
      }
    }
    return act.equals("draft-begun") ? DisplayLabels.plain(detail) : detail;
  }
}
