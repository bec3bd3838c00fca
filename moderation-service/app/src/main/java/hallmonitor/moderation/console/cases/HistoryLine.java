package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.OnKnownPicture;
import hallmonitor.moderation.casework.OnTip;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.page.StoredWords;
import hallmonitor.moderation.console.page.StoredWords.Shape;
import hallmonitor.moderation.console.page.StoredWords.Value;
import hallmonitor.moderation.finding.ModelReading;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of a case's history for readers: people appear by name, and the part of the program that
 * wrote it does not matter.
 *
 * @param kind code of what happened
 * @param actor who did it
 * @param detail in the reader's language; may be empty
 */
public record HistoryLine(Instant at, String kind, CharSequence actor, String detail) {
  /** What the notifier says of a person who answered: the person did it, not the notifier. */
  private static final Pattern BY = Pattern.compile("By (\\S+?)[.,:](?: (.*))?", Pattern.DOTALL);

  private static final Pattern ASKED = Pattern.compile("(\\S+) asked on the answer page (to .*)");
  private static final Pattern ROLES = Pattern.compile("[a-z-]+(, [a-z-]+)*");
  private static final Pattern VERDICT = Pattern.compile("Clause (\\S+), (.+?): (.*)");

  private static final StoredWords WORDS =
      new StoredWords(
          List.of(
              Shape.of("notice-sent", Sentence.of("To the role {1}."), Value.ROLES),
              Shape.of("notice-sent", Sentence.of("To {1} ({2})."), Value.PERSON, Value.ROLES),
              Shape.of(
                  "notice-failed|notice-retrying", Sentence.of("To the role {1}:"), Value.ROLES),
              Shape.of(
                  "notice-failed|notice-retrying",
                  Sentence.of("To {1} ({2}):"),
                  Value.PERSON,
                  Value.ROLES),
              message(Sentence.of("Text message to {1} ({2})."), Value.PERSON, Value.ROLES),
              message(Sentence.of("Call to {1} ({2})."), Value.PERSON, Value.ROLES),
              message(Sentence.of("To {1} ({2}). It says that someone has it.")),
              message(Sentence.of("To {1} ({2}). It says that it is over.")),
              message(Sentence.of("To {1} ({2}).")),
              message(Sentence.of("Roster {1}.")),
              Shape.of("evidence-sealed", Sentence.of("Record {1}.")),
              Shape.of("acknowledged", Sentence.of("Next step:")),
              Shape.of(
                  "words-read|picture-read",
                  "on the answer page.",
                  Sentence.of("On the answer page.")),
              Shape.of(
                  "action-asked",
                  "to hide it.",
                  Sentence.of("Asked on the answer page to hide it.")),
              Shape.of(
                  "action-asked",
                  "to show it again.",
                  Sentence.of("Asked on the answer page to put it back.")),
              Shape.of(
                  "acknowledgment-expired",
                  "Of {1}, without an outcome or a next step.",
                  Sentence.of("{1} gave no outcome and no next step in time."),
                  Value.PERSON),
              Shape.of("reminded", Sentence.of("Reminded {1}."), Value.PEOPLE),
              Shape.of(
                  "passed-on|handed-over",
                  Sentence.of("From {1} to {2}."),
                  Value.PEOPLE,
                  Value.PEOPLE),
              Shape.of(
                  "escalated-by-hand", Sentence.of("Clause {1}, to {2}."), Value.TEXT, Value.ROLES),
              Shape.of(
                  "not-decided-in-time",
                  Sentence.of("It waited in the danger lane, and nobody decided by {1}."),
                  Value.TIME),
              Shape.of(
                  "hidden-again",
                  Sentence.of(
                      "Someone showed it on the platform again. If it happens a second time, a person"
                          + " decides.")),
              Shape.of(
                  "hidden-before-seal",
                  "The evidence service did not answer within {1} s; what the archive holds stands for"
                      + " it.",
                  Sentence.of(
                      "The evidence was not sealed within {1} seconds, so the comment was hidden"
                          + " first. The archive's copy is sealed later.")),
              Shape.of(
                  "hide-cancelled",
                  "Readers no longer see the comment: the hide that waited is not needed.",
                  Sentence.of(
                      "Readers no longer see the comment, so it does not have to be hidden.")),
              Shape.of("hide-cancelled", Sentence.of("The hide never went out.")),
              Shape.of("hide-ordered", Sentence.of("The evidence is sealed as record {1}.")),
              Shape.of("hide-held", Sentence.of("It waits until the evidence is sealed.")),
              Shape.of(
                  "edited",
                  "The new text breaks the policy less than the earlier one, which stays the matter.",
                  Sentence.of(
                      "The new text breaks the policy less. The earlier text still has to be"
                          + " decided.")),
              Shape.of(
                  "reply-ordered", Sentence.of("From the template {1} ({2}), proposed by {3}.")),
              Shape.of("reply-ordered", Sentence.of("From the template {1} ({2}).")),
              Shape.of("reply-ordered", Sentence.of("In own words, proposed by {1}.")),
              Shape.of("reply-ordered", Sentence.of("In own words.")),
              Shape.of(
                  ".*",
                  "On the platform it is otherwise than decided here.",
                  Sentence.of("The platform shows it differently from what was decided here.")),
              Shape.of(".*", "It was so already.", Sentence.of("It already was.")),
              Shape.of(".*", Sentence.of("Asked on the answer page.")),
              Shape.of(".*", Sentence.of("Clause {1}."))));

  private static Shape message(Sentence sentence, Value... values) {
    return Shape.of("message-.*", sentence, values).followedBy(MessageReasons::of);
  }

  /** Returns whether a person did it. */
  public boolean isPerson() {
    return !(actor instanceof Sentence);
  }

  public static HistoryLine of(CaseQueries.Event stored, LiveRules rules) {
    if (stored.actor().equals("notifier")) {
      Matcher by = BY.matcher(stored.detail());
      Matcher asked = ASKED.matcher(stored.detail());
      Matcher doer = by.matches() ? by : asked;
      if (doer.matches()) {
        String rest = doer.group(2) == null ? "" : doer.group(2);
        return of(stored, actor(doer.group(1)), rest, rules);
      }
    }
    return of(stored, actor(stored.actor()), stored.detail(), rules);
  }

  private static HistoryLine of(
      CaseQueries.Event stored, CharSequence actor, String detail, LiveRules rules) {
    return new HistoryLine(
        stored.at(),
        stored.kind(),
        actor,
        stored.actor().equals(OnKnownPicture.ACTOR)
            ? ReaderLanguage.says(ModelReading.why(detail))
            : displayDetail(stored.kind(), detail, rules));
  }

  private static String displayDetail(String kind, String detail, LiveRules rules) {
    if (kind.equals("escalated") && ROLES.matcher(detail).matches()) {
      return Value.ROLES.display(detail);
    }
    Matcher verdict = VERDICT.matcher(detail);
    if (verdict.matches()) {
      return ReaderLanguage.says(
          Sentence.of(
              "Clause {1}, {2}: {3}",
              verdict.group(1),
              title(verdict.group(1), verdict.group(2), rules),
              ModelReading.why(verdict.group(3))));
    }
    return WORDS.translate(kind, detail).orElse(detail);
  }

  /** A clause that had another title at the time keeps that title. */
  private static String title(String clause, String then, LiveRules rules) {
    return rules
        .clause(clause)
        .filter(now -> now.title().equals(then))
        .map(ClauseTexts::title)
        .orElse(then);
  }

  private static CharSequence actor(String name) {
    return switch (name) {
      case "policy" -> Sentence.of("automatically, by the policy");
      case "ingest" -> Sentence.of("from the platform");
      case OnTip.ACTOR -> Sentence.of("from a tip");
      case OnKnownPicture.ACTOR -> Sentence.of("automatically, by a known picture");
      case "notifier", "clock" -> Sentence.of("automatically");
      default -> DisplayLabels.person(name);
    };
  }
}
