package hallmonitor.notifier.answer;

import hallmonitor.contract.event.EscalationEvent.ActionAsked;
import hallmonitor.contract.event.EscalationEvent.PictureSeen;
import hallmonitor.contract.event.EscalationEvent.WordsRead;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.notifier.answer.ConversationView.Comment;
import hallmonitor.notifier.clock.AnswerService;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.escalation.EscalationFact.Answer;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.notice.CommentStanding.Ask;
import hallmonitor.notifier.publish.EscalationEventPublisher;
import hallmonitor.notifier.queue.CommentReports;
import hallmonitor.notifier.queue.CommentViews;
import hallmonitor.notifier.queue.KeptPictures;
import hallmonitor.notifier.queue.KeptPictures.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Stores what a person does on the page, seals it as evidence and publishes it, in one transaction.
 * Nothing happens on a platform here: the moderation service decides and orders.
 */
final class PageActs {
  /** The sealed content of an answer by link. */
  record AnsweredByLink(
      UUID conversation, String person, String answer, String to, String note, Instant at) {}

  private PageActs() {}

  /**
   * Answers, and seals the answer. An answer after the escalation was closed changes nothing.
   *
   * @param caseId the case of the comment that it is about; empty for all of them
   * @param note in the person's words
   */
  static void answer(
      Handle transaction,
      AnswerService service,
      Conversation of,
      Optional<UUID> caseId,
      String person,
      AnswerRequest request,
      String note,
      Instant now) {
    Answer answer = AnswerCheck.answer(request.choice()).orElseThrow();
    Optional<String> to = answer == Answer.HAND_OVER ? Optional.of(request.to()) : Optional.empty();
    AnswerService.Outcome outcome =
        caseId.isPresent()
            ? service.answerOnCase(
                transaction, of, caseId.get(), person, true, answer, to, note, now)
            : service.answer(transaction, of, person, answer, to, note, now);
    if (outcome == AnswerService.Outcome.TAKEN) {
      AnsweredByLink content =
          new AnsweredByLink(of.id(), person, AnswerCheck.named(answer), to.orElse(""), note, now);
      Evidence.add(
          transaction,
          List.of(
              new EvidenceEntry(
                  UUID.randomUUID(),
                  caseId.orElse(of.caseId()),
                  "answered-by-link",
                  content,
                  now)));
    }
  }

  /** Records that the person opened a comment's words. */
  static void look(
      Handle transaction, Conversation of, Comment comment, String person, Instant now) {
    UUID look = UUID.randomUUID();
    CommentViews.add(
        transaction, look, of.id(), comment.escalationId(), comment.caseId(), person, now);
    EscalationEventPublisher.publish(
        transaction, new WordsRead(comment.escalationId(), comment.caseId(), look, person, now));
  }

  /** Records that the person opened a picture; a reload soon after counts as the same view. */
  static void see(
      Handle transaction, Comment comment, Picture picture, String person, Instant now) {
    UUID look = UUID.randomUUID();
    if (KeptPictures.look(
        transaction, look, picture, person, now, now.minus(AnswerLinks.SHOWN_FOR))) {
      EscalationEventPublisher.publish(
          transaction,
          new PictureSeen(comment.escalationId(), comment.caseId(), look, person, now));
    }
  }

  /** Asks that a comment is hidden, or shown again. The escalation stays as it is. */
  static void ask(Handle transaction, Comment comment, String person, boolean hide, Instant now) {
    UUID ask = UUID.randomUUID();
    CommentReports.ask(transaction, ask, comment.caseId(), new Ask(person, hide, now));
    EscalationEventPublisher.publish(
        transaction,
        new ActionAsked(
            comment.escalationId(),
            comment.caseId(),
            ask,
            person,
            hide ? PlatformAction.HIDE : PlatformAction.RESTORE,
            now));
  }
}
