package hallmonitor.notifier.answer;

import hallmonitor.notifier.answer.AnswerPage.Mistake;
import hallmonitor.notifier.answer.ConversationView.Comment;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.escalation.Closed;
import hallmonitor.notifier.escalation.EscalationFact.Answer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides whether a request can be carried out; if not, says why and beside which field. */
final class AnswerCheck {
  /** Acknowledging again, with the next step. */
  static final String NEXT_STEP = "next-step";

  private static final Set<String> ACTIONS = Set.of("hide", "restore");

  private AnswerCheck() {}

  /** Returns whether the choice asks for something on the platform. */
  static boolean isAction(String choice) {
    return ACTIONS.contains(choice);
  }

  /** Returns whether the choice closes a comment. */
  static boolean closes(String choice) {
    return choice.equals("resolve") || choice.equals("false-alarm");
  }

  static Optional<Answer> answer(String choice) {
    if (choice.equals(NEXT_STEP)) {
      return Optional.of(Answer.ACKNOWLEDGE);
    }
    return Arrays.stream(Answer.values()).filter(a -> named(a).equals(choice)).findFirst();
  }

  /**
   * Finds a mistake.
   *
   * @param looked escalations with words that the person opened in this browser
   * @param used whether this link has closed the comment before, which is immediate danger
   */
  static Optional<Mistake> mistake(
      AnswerRequest request,
      ConversationView view,
      Set<UUID> looked,
      boolean used,
      Instant now,
      AnswerPages pages) {
    return key(request, view, looked, now, pages)
        .or(() -> used ? Optional.of("answer.closed-by-link") : Optional.empty())
        .map(
            key ->
                new Mistake(
                    pages.say(key),
                    isPlaced(key) ? request.choice() : "",
                    request.caseId().map(UUID::toString).orElse(""),
                    request.note(),
                    request.outcomes()));
  }

  private static boolean isPlaced(String key) {
    return key.endsWith("-missing");
  }

  private static Optional<String> key(
      AnswerRequest request,
      ConversationView view,
      Set<UUID> looked,
      Instant now,
      AnswerPages pages) {
    String choice = request.choice();
    boolean ofComment = closes(choice) || isAction(choice) || choice.equals("look");
    if (answer(choice).isEmpty() && !ofComment) {
      return Optional.of("answer.choose");
    }
    if (ofComment) {
      Optional<Comment> comment = request.caseId().flatMap(view::comment);
      if (comment.isEmpty()) {
        return Optional.of("answer.comment-gone");
      }
      boolean read = looked.contains(comment.get().escalationId());
      if (!choice.equals("look") && !read) {
        return Optional.of("answer.read-first");
      }
      boolean possible =
          !isAction(choice)
              || (choice.equals("hide")
                  ? comment.get().mayHide()
                  : comment.get().standing().mayPutBack());
      if (!possible) {
        return Optional.of("answer.so-already");
      }
    }
    if (!ofComment && looked.isEmpty() && !request.sure() && !isClosed(view)) {
      return Optional.of("answer.sure-missing");
    }
    return words(request, view.conversation(), now, pages);
  }

  private static boolean isClosed(ConversationView view) {
    return view.conversation().state() instanceof Closed;
  }

  private static Optional<String> words(
      AnswerRequest request, Conversation of, Instant now, AnswerPages pages) {
    return switch (request.choice()) {
      case NEXT_STEP ->
          request.note().isBlank() ? Optional.of("answer.next-step-missing") : Optional.empty();
      case "resolve" ->
          pages.outcome(request).isBlank()
              ? Optional.of("answer.outcome-missing")
              : Optional.empty();
      case "hand-over" ->
          pages.isPerson(of, request.to(), now)
              ? Optional.empty()
              : Optional.of("answer.person-missing");
      default -> Optional.empty();
    };
  }

  /** Returns the name of the answer on the page and in the evidence. */
  static String named(Answer answer) {
    return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
