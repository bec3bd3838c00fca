package hallmonitor.moderation.console.page;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;

/** English names of codes of the database that do not read as words by themselves. */
final class CodeNames {
  private static final Map<String, String> NAMES =
      """
      harmless: OK until edited
      dismiss: No violation
      dismissed: No violation
      refused: Rejected
      replayed: Retried
      judged-again: Checked again
      picture-look: Read with the words in its pictures
      request-answer-begun: Package of an answer requested
      request-answer-made: Package of an answer made
      request-answer-picture-removed: Package of an answer removed with a picture
      request-answer-read: Answer to a request opened
      request-answer-downloaded: Package of an answer downloaded in the console
      hide-held: Hide waiting for evidence
      hide-ordered: Hide requested
      hide-cancelled: Hide canceled
      hidden-again: Hidden again, because others showed it
      hide-not-done: Not hidden, to be done by hand
      hidden-before-seal: Hidden before its evidence was sealed
      restore-ordered: Restore requested
      delete-ordered: Deletion requested
      delete-proposed: Deletion proposed
      delete-refused: Deletion rejected
      delete-withdrawn: Proposal to delete withdrawn
      gone: No longer on the platform
      seen-visible: Found visible on the platform
      seen-hidden: Found hidden on the platform
      seen-deleted: Found deleted on the platform
      action-retrying: Trying the action again
      marked-harmless: Marked OK until edited
      escalated-by-hand: Escalated by a person
      notice-retrying: Trying the notice again
      undelivered: Notice not delivered
      passed-on: Passed to the next contact
      words-read: Comment read
      picture-read: Picture seen
      action-asked: Action requested
      ask-refused: Request not carried out
      clock-started: Deadline started
      clock-stopped: Deadline stopped
      unblock-ordered: Unblock requested
      appeal-upheld: Appeal denied, the action stands
      appeal-overturned: Appeal granted, the action was undone
      reply-ordered: Reply requested
      reply-proposed: Reply proposed
      reply-refused: Reply rejected
      reply-withdrawn: Proposed reply withdrawn
      delete-comment: Delete a comment
      block-author: Block the author
      merge-authors: Show two authors as one person
      remove-picture: Remove a picture of a post
      decide-case: Decide a case
      decide-appeal: Decide an appeal
      consider-block: Propose or approve a block
      safety: A threat, or someone's safety
      answer-request: Answer a request for records
      telephone: By phone
      letter: By letter or email
      dead-letter-read: Failed message opened
      planned-stop: Planned stop announced or ended
      backtest-cancelled: Trial on past comments canceled
      backtest-started: Trial on past comments started
      backtest-read: Trial on past comments opened
      shadow-started: Trial on new comments started
      shadow-stopped: Trial on new comments stopped
      shadow-read: Trial on new comments opened
      unblock-author: Unblock the author
      """
          .lines()
          .map(line -> line.split(": ", 2))
          .collect(toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

  private CodeNames() {}

  /** Returns the name, as the start of a line. */
  static String of(String code) {
    return NAMES.getOrDefault(code, DisplayLabels.spaced(code));
  }
}
