package hallmonitor.moderation.console.audit;

import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.page.StoredWords;
import hallmonitor.moderation.console.page.StoredWords.Shape;
import hallmonitor.moderation.console.page.StoredWords.Value;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;

/**
 * The details of the audit log in the reader's language. Rows are written once, in English, so the
 * act and the wording identify what this program wrote. What a person wrote stays as it is.
 */
final class AuditDetails {
  private static final StoredWords WORDS =
      new StoredWords(
          List.of(
              Shape.of("sign-in", Sentence.of("password and code")),
              Shape.of("sign-in", Sentence.of("single sign-on")),
              Shape.of("sign-in", Sentence.of("password")),
              Shape.of("sign-in-refused", Sentence.of("many networks.")),
              Shape.of("sign-in-refused", Sentence.of("unknown name, network {1}.")),
              Shape.of("sign-in-refused", Sentence.of("network {1}.")),
              Shape.of("words-read|picture-read", Sentence.of("On the answer page.")),
              Shape.of("picture-read", Sentence.of("picture {1}")),
              Shape.of("picture-read", Sentence.of("video {1}, frame at {2}")),
              Shape.of("evidence-read", Sentence.of("blocks")),
              Shape.of("author-opened|author-exported", Sentence.of("{1}:"), Value.CODE),
              Shape.of("alike-read", Sentence.of("{1} others")),
              Shape.of("set-back-same-text", Sentence.of("{1} waiting")),
              Shape.of("bulk-.*", Sentence.of("{1} cases.")),
              Shape.of("quality-check", Sentence.of("rightly allowed.")),
              Shape.of("quality-check", Sentence.of("missed: {1}."), Value.CATEGORY),
              Shape.of("answer-.*", Sentence.of("to {1}."), Value.PERSON),
              Shape.of("account-.*", Sentence.of("from {1}.")),
              Shape.of("release-asked", Sentence.of("Yes")),
              Shape.of("release-asked", Sentence.of("No")),
              Shape.of("release-asked", Sentence.of("Ask the office")),
              Shape.of("release-added|release-renewed", Sentence.of("until {1}")),
              Shape.of("shadow-started", Sentence.of("{1} days, {2} percent")),
              Shape.of("backtest-started", Sentence.of("{1} days")),
              Shape.of("draft-saved", Sentence.of("the whole text")),
              Shape.of("draft-saved", Sentence.of("clause {1}")),
              Shape.of("draft-saved", Sentence.of("{1} {2} removed"), Value.CODE),
              Shape.of("draft-saved", Sentence.of("{1} {2}"), Value.CODE),
              Shape.of("appeal-.*", Sentence.of("appeal:")),
              Shape.of("appeal-received", Sentence.of("appeal")),
              Shape.of(".*block.*", Sentence.of("block.")),
              Shape.of("approver-account", Sentence.of("made by {1} on {2}"), Value.PERSON),
              Shape.of("approver-account", Sentence.of("changed by {1} on {2}"), Value.PERSON),
              Shape.of("certificate-downloaded", Sentence.of("{1}, SHA-256 of the table {2}")),
              Shape.of(
                  "records-disposed",
                  Sentence.of(
                      "{1} records with {2} revisions under approval {3}. Certificate of disposal:"
                          + " SHA-256 {4}")),
              Shape.of("confirm|restore|hide|dismiss|undo", Sentence.of("Clause {1}. On appeal:")),
              Shape.of("confirm|restore|hide|dismiss|undo|.*block.*", Sentence.of("On appeal:")),
              Shape.of("confirm|restore|hide|dismiss|undo|bulk-.*", Sentence.of("Clause {1}."))));

  private AuditDetails() {}

  /** Returns a row's detail without its ids, in the reader's language. */
  static String display(String act, String detail) {
    return WORDS
        .translate(act, detail)
        .orElseGet(() -> act.equals("draft-begun") ? DisplayLabels.plain(detail) : detail);
  }
}
