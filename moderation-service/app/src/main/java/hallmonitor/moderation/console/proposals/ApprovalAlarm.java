package hallmonitor.moderation.console.proposals;

import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * An approval with an account that someone else had made or changed shortly before.
 *
 * @param act what was approved, as in the audit log
 * @param approver user name
 * @param made whether the account was made, otherwise changed
 * @param madeAt when that was
 * @param at when it was used to approve
 */
public record ApprovalAlarm(
    long alarmId,
    String act,
    String approver,
    String approverName,
    String makerName,
    boolean made,
    Instant madeAt,
    Instant at) {
  /** Writes the mail to one administrator. */
  Letter letter(String reader, String language, ZoneId zone, String link) {
    String when = Letter.moment(at, zone, language);
    String before = Letter.moment(madeAt, zone, language);
    Sentence origin =
        made
            ? Sentence.of("{1} made this account on {2}.", makerName, before)
            : Sentence.of("{1} changed this account on {2}.", makerName, before);
    return new Letter(
        language,
        say(Sentence.of("{1} approved with a new or changed account", approverName), language),
        List.of(
            say(Sentence.of("Hello {1},", reader), language),
            say(
                Sentence.of("{1} gave an approval on {2}: {3}.", approverName, when, what()),
                language),
            say(origin, language),
            say(
                Sentence.of(
                    "Ask both people whether that is right. If it is not, suspend the account and"
                        + " undo what was approved."),
                language)),
        say(Sentence.of("See the account"), language),
        link,
        List.of(
            say(
                Sentence.of(
                    "You get this mail because you are an administrator, once for each such"
                        + " approval."),
                language)));
  }

  private Sentence what() {
    return switch (act) {
      case "approve-delete-comment" -> Sentence.of("a comment is deleted");
      case "approve-dispose-records" -> Sentence.of("records are disposed of");
      case "approve-lift-hold" -> Sentence.of("a hold is lifted");
      case "approve-change-access" -> Sentence.of("a person's access changes");
      case "approve-reply" -> Sentence.of("a reply is posted");
      case "block-approved" -> Sentence.of("an author is blocked");
      case "draft-approved" -> Sentence.of("a draft is published");
      case "register-approve" -> Sentence.of("an account is registered");
      case "planned-post-approved" -> Sentence.of("a post may go out");
      default -> Sentence.of("an appeal is decided");
    };
  }

  private static String say(Sentence sentence, String language) {
    return ReaderLanguage.says(sentence, language);
  }
}
