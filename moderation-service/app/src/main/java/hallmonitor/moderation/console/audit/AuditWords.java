package hallmonitor.moderation.console.audit;

import static java.util.stream.Collectors.toUnmodifiableMap;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.page.DisplayLabels;
import java.util.Map;

/** The acts of the audit log in words, for readers who never see a code. */
final class AuditWords {
  private static final Map<String, String> ENGLISH =
      """
      sign-in: Signed in
      sign-in-refused: Refused a sign-in
      signed-out-everywhere: Signed out on all devices
      sessions-ended: Signed a person out everywhere
      person-added: Added a person
      person-invited: Sent an invitation
      invitation-revoked: Revoked an invitation
      invitation-accepted: Accepted an invitation
      access-suspended: Suspended sign-in
      access-restored: Restored sign-in
      access-removed: Removed access
      role-set: Changed role or schools
      linked: Linked a person to the contacts
      email-set: Changed the sign-in email
      password-changed: Changed their password
      password-reset: Set a new temporary password
      second-factor-set-up: Turned on a sign-in code
      second-factor-refused: Entered a wrong sign-in code
      second-factor-turned-off: Turned off their sign-in code
      second-factor-reset: Removed a sign-in code or passkeys
      recovery-code-used: Used a recovery code
      recovery-codes-made: Made new recovery codes
      passkey-added: Added a passkey
      passkey-removed: Removed a passkey
      passkey-cloned: Closed a passkey that was copied
      case-read: Opened a case
      searched: Searched all comments and posts
      requests-read: Opened the list of requests for records
      request-read: Opened a request for records
      request-received: Took in a request for records
      request-in-review: Started the review of a request for records
      request-answered: Marked a request for records as answered
      request-withdrawn: Marked a request for records as withdrawn
      request-closed: Closed a request for records
      request-assigned: Changed who works on a request for records
      request-agreed: Recorded an agreed deadline of a request for records
      request-extended: Extended the deadline of a request for records
      request-note: Wrote a note on a request for records
      request-searched: Ran a search for a request for records
      request-too-many: Stopped a search for a request that found too many
      request-item-read: Opened an item of a request for records
      request-item-release: Decided to release an item
      request-item-redact: Decided that an item needs redaction
      request-item-withhold: Decided to withhold an item
      request-item-later: Left an item for later
      comment-read: Opened a comment without a case
      thread-read: Opened a post as it was
      author-opened: Opened the page of an author
      author-exported: Downloaded what an author wrote
      authors-merged: Said that two authors are the same person
      author-parted: Said that an author is not the same person as others
      new-comments-read: Looked at an account's new comments
      open-case: Made a case of a comment
      tip-received: Reported something
      tips-read: Opened the list of tips
      tip-screenshot-read: Saw a screenshot
      tip-name-read: Read the name of a reporter
      school-link-made: Made a link for a school
      school-link-revoked: Revoked a link for a school
      case-translated: Translated a case
      alike-read: Opened similar cases
      words-read: Read a comment
      picture-read: Saw a picture
      picture-listed: Added a known picture
      picture-unlisted: Removed a known picture
      known-picture-found: Found a known picture in an earlier comment
      picture-removed: Removed a picture of a post for good
      evidence-read: Read evidence
      audit-downloaded: Downloaded the audit log
      report-exported: Downloaded a report
      decisions-exported: Exported decisions
      sample-read: Opened the quality check
      quality-check: Answered the quality check
      capture-evidence: Requested evidence
      redacted-package-asked: Asked for a redacted package of evidence
      full-package-asked: Asked for a full package of evidence
      package-downloaded: Downloaded a package of evidence
      export-archive: Exported the archive with the command
      export-asked: Asked for an export of what a search found
      export-made: Finished an export of what a search found
      export-downloaded: Downloaded an export of what a search found
      export-removed: Removed an export of what a search found
      ledger-verified: Verified the evidence ledger
      package-verified: Verified a package of evidence
      verification-downloaded: Downloaded a certificate of verification
      dead-letter-read: Opened a failed message
      planned-stop: Announced or ended a planned stop
      replay: Retried a failed message
      discard: Discarded a failed message
      confirm: Confirmed a hide
      restore: Restored a comment
      hide: Hid a comment
      dismiss: Found no violation
      undo: Undid a decision
      harmless: Marked as OK until edited
      note: Wrote a note
      escalate: Escalated a case
      set-back-same-text: Moved the same text to the end of the queue
      duty-saved: Saved a duty
      duty-done: Completed a duty
      answer-acknowledge: Acknowledged an escalation
      answer-hand-over: Handed over an escalation
      answer-resolve: Resolved an escalation
      answer-false-alarm: Closed a false alarm
      draft-begun: Started a draft
      draft-saved: Saved a draft
      draft-proposed: Proposed a draft
      draft-taken-back: Withdrew a proposed draft
      draft-discarded: Discarded a draft
      draft-approved: Approved and published a draft
      shadow-started: Started a trial on new comments
      shadow-stopped: Stopped a trial on new comments
      shadow-read: Opened a trial on new comments
      backtest-started: Started a trial on past comments
      backtest-cancelled: Canceled a trial on past comments
      backtest-read: Opened a trial on past comments
      account-pause: Paused an account
      account-resume: Resumed an account
      account-start-backfill: Started reading an account's history
      account-stop-backfill: Stopped reading an account's history
      account-check: Tested an account's connection
      approver-account: Approved with an account that someone else made or changed
      certificate-downloaded: Downloaded a certificate
      disposal-read: Opened a disposal of records
      records-disposed: Disposed of records
      preview-disposal: Previewed a disposal of records
      place-hold: Placed a hold
      hold-lifted: Lifted a hold
      post-accepted: Closed a finding in a post
      planned-post-begun: Started a post
      planned-post-asked: Asked for the approval of a post
      planned-post-approved: Approved a post
      planned-post-returned: Returned a post to its author
      planned-post-reopened: Changed a post that waited or was approved
      planned-post-published: Said that a post is published
      planned-post-discarded: Discarded a planned post
      release-asked: Asked whether a student may be published
      release-limit: Asked about too many students
      release-list-read: Opened the media-release list
      release-added: Added a student to the media-release list
      release-renewed: Renewed a refusal on the media-release list
      release-removed: Removed a student from the media-release list
      account-requested: Requested an account
      account-reported: Reported a page
      register-approve: Approved an account
      register-refuse: Rejected an account
      register-adopt: Registered a reported page
      register-clear: Cleared a reported page
      register-close: Closed an account's entry
      register-described: Changed what is known of an account
      register-recorded: Recorded a check of an account
      register-password-held: Added someone who holds an account's password
      register-password-left: Recorded that someone no longer holds a password
      register-password-changed: Confirmed that an account's password was changed
      guidance-published: Published the guidelines for staff
      guidance-attested: Attested to the guidelines for staff
      attestation-asked: Asked the staff to attest
      staff-added: Added to the staff list
      staff-removed: Removed from the staff list
      staff-downloaded: Downloaded the staff list
      register-downloaded: Downloaded the account register
      blocks-downloaded: Downloaded the blocks
      hand-block-noted: Noted why a block made by hand stands
      hand-block-told: Told the author of a block made by hand
      hand-block-not-told: Noted that no notice of a block made by hand could be given
      hand-block-taken-back: Took back a block made by hand
      """
          .lines()
          .map(line -> line.split(": ", 2))
          .collect(toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

  private AuditWords() {}

  /** Returns the act in the reader's language; in words even if it is composed or unknown. */
  static String of(String act) {
    return ReaderLanguage.code(act, english(act));
  }

  private static String english(String act) {
    String known = ENGLISH.get(act);
    if (known != null) {
      return known;
    }
    String[] parts = act.split("-", 2);
    if (parts.length == 2) {
      String subject = DisplayLabels.spaced(parts[1]);
      switch (parts[0]) {
        case "bulk" -> {
          return ENGLISH.getOrDefault(parts[1], subject) + ", with others";
        }
        case "propose" -> {
          return "Proposed: " + DisplayLabels.small(subject);
        }
        case "approve" -> {
          return "Approved: " + DisplayLabels.small(subject);
        }
        case "refuse" -> {
          return "Rejected: " + DisplayLabels.small(subject);
        }
        case "withdraw" -> {
          return "Withdrew: " + DisplayLabels.small(subject);
        }
        case "expire" -> {
          return "Expired: " + DisplayLabels.small(subject);
        }
        default -> {
          return DisplayLabels.spaced(act);
        }
      }
    }
    return DisplayLabels.spaced(act);
  }
}
