package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.casework.request.RequestStatute;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.request.RequestScopePages.RequestScope;
import hallmonitor.moderation.store.request.RequestDesk;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with all that its page shows.
 *
 * @param scope its searches and what they found
 * @param answer whether its answer takes two people, and who proposed it
 * @param statute of the request's state; null if the file no longer has it
 * @param workers user names of those who may work on it
 * @param keeps whether the reader works on requests, and may know who asked
 * @param note what was typed when it could not be saved
 */
public record RequestDetails(
    RequestView request,
    List<RequestEvent> history,
    RequestScope scope,
    RequestAnswer answer,
    @Nullable RequestStatute statute,
    List<String> workers,
    LocalDate today,
    boolean keeps,
    Sentence problem,
    String note) {
  public RequestDetails {
    history = List.copyOf(history);
    workers = List.copyOf(workers);
  }

  /** Returns the states that a person can choose alone. */
  public List<RequestState> getNext() {
    return request.getNext().stream()
        .filter(next -> next != RequestState.ANSWERED || !answer.asksSecond())
        .toList();
  }

  /** Returns whether the answer can be proposed now. */
  public boolean isProposable() {
    return answer.asksSecond() && request.isRunning() && answer.proposal() == null;
  }

  public boolean isLate() {
    return request.isLate(today);
  }

  /** Returns whether the deadline can be extended now. */
  public boolean isExtendable() {
    return keeps
        && statute != null
        && request.isRunning()
        && !request.deadline().fixed()
        && !request.deadline().isExtended()
        && !isLate()
        && !statute.reasons().isEmpty();
  }

  /** Returns whether the requester agreed to the deadline. */
  public boolean isAgreed() {
    return request.reason().equals(RequestDesk.AGREED);
  }

  /** Returns a ground in the reader's language. */
  public String words(LegalGround ground) {
    return ground.in(ReaderLanguage.tag());
  }

  /** Returns the reason for which the deadline was extended; null if there is none. */
  public @Nullable LegalGround getReason() {
    return statute == null ? null : statute.reason(request.reason()).orElse(null);
  }
}
