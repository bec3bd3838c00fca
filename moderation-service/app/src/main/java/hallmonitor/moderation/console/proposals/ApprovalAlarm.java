package hallmonitor.moderation.console.proposals;

import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * An approval with an account that someone else had made or changed shortly before.
 *
 * @param act what was approved, as in the audit log
 * @param approver user name
 * @param account user name of the account that was made or changed; nearly always the approver's
 * @param made whether the account was made, otherwise changed
 * @param madeAt when that was
 * @param at when it was used to approve
 * @param reader user name of an administrator who is to be told; empty on the page
 */
public record ApprovalAlarm(
    long alarmId,
    String act,
    String approver,
    String approverName,
    String account,
    String accountName,
    String makerName,
    boolean made,
    Instant madeAt,
    Instant at,
    String reader) {
  /** The pairs of an alarm and an administrator that a mail is due for. */
  static final String DUE =
      """
      select l.alarm_id, l.act, l.approver, coalesce(a.display_name, l.approver) as approver_name, l.account,
        coalesce(c.display_name, l.account) as account_name, coalesce(m.display_name, l.maker) as maker_name,
        l.made, l.made_at, l.at, t.user_name as reader
      from approval_alarm_told t join approval_alarm l using (alarm_id)
      left join console_user a on a.user_name = l.approver
      left join console_user c on c.user_name = l.account
      left join console_user m on m.user_name = l.maker
      where t.told_at is null and l.at > clock_timestamp() - interval '7 days' order by l.alarm_id
      """;

  /** The alarms of a month that nobody was told of, except who made or changed the account. */
  static final String UNTOLD =
      """
      select l.alarm_id, l.act, l.approver, coalesce(a.display_name, l.approver) as approver_name, l.account,
        coalesce(c.display_name, l.account) as account_name, coalesce(m.display_name, l.maker) as maker_name,
        l.made, l.made_at, l.at, '' as reader
      from approval_alarm l
      left join console_user a on a.user_name = l.approver
      left join console_user c on c.user_name = l.account
      left join console_user m on m.user_name = l.maker
      where l.at > clock_timestamp() - interval '30 days' and not exists (
        select from approval_alarm_told t
        where t.alarm_id = l.alarm_id and t.user_name <> l.maker and t.told_at is not null)
      order by l.alarm_id desc limit 50
      """;

  /** Returns what the page of approvals says. */
  public Sentence said() {
    return Sentence.of(
            "{1} gave an approval on {2}: {3}.", approverName, DisplayLabels.day(at), what())
        .and(account.equals(approver) ? byAccount() : origin())
        .and(Sentence.of("No other administrator has been told of it by mail."));
  }

  private Sentence byAccount() {
    return made
        ? Sentence.of("Approved by an account that {1} made.", makerName)
        : Sentence.of("Approved by an account that {1} changed.", makerName);
  }

  private Sentence origin() {
    return made
        ? Sentence.of("{1} made the account of {2}.", makerName, accountName)
        : Sentence.of("{1} changed the account of {2}.", makerName, accountName);
  }

  /** Writes the mail to one administrator. */
  Letter letter(String name, String language, ZoneId zone, String link) {
    String when = Letter.moment(at, zone, language);
    String before = Letter.moment(madeAt, zone, language);
    Sentence madeBefore =
        made
            ? Sentence.of("{1} made the account of {2} on {3}.", makerName, accountName, before)
            : Sentence.of("{1} changed the account of {2} on {3}.", makerName, accountName, before);
    return new Letter(
        language,
        say(Sentence.of("{1} approved with a new or changed account", approverName), language),
        List.of(
            say(Sentence.of("Hello {1},", name), language),
            say(
                Sentence.of("{1} gave an approval on {2}: {3}.", approverName, when, what()),
                language),
            say(madeBefore, language),
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
                    "You get this mail because you are an administrator: each time for deletions,"
                        + " disposals, lifted holds, answered requests, access and drafts, otherwise"
                        + " once for each such account."),
                language)));
  }

  private Sentence what() {
    return switch (act) {
      case "approve-delete-comment" -> Sentence.of("a comment is deleted");
      case "approve-dispose-records" -> Sentence.of("records are disposed of");
      case "approve-lift-hold" -> Sentence.of("a hold is lifted");
      case "approve-release-records" -> Sentence.of("a request for records is answered");
      case "approve-change-access" -> Sentence.of("a person's access changes");
      case "approve-reply" -> Sentence.of("a reply is posted");
      case "approve-remove-picture" -> Sentence.of("a picture of a post is removed for good");
      case "approve-merge-authors" -> Sentence.of("two authors are shown as one person");
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
