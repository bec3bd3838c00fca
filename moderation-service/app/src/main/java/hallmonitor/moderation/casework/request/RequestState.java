package hallmonitor.moderation.casework.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.wording.Sentence;
import java.util.EnumSet;
import java.util.Set;

/** Where a request stands. */
public enum RequestState {
  RECEIVED,
  IN_REVIEW,
  ANSWERED,
  /** The requester took it back. */
  WITHDRAWN,
  /** Nothing is left to do; what it found is held for a while longer. */
  CLOSED;

  /** Returns the states that may follow. */
  public Set<RequestState> next() {
    return switch (this) {
      case RECEIVED -> EnumSet.of(IN_REVIEW, ANSWERED, WITHDRAWN);
      case IN_REVIEW -> EnumSet.of(ANSWERED, WITHDRAWN);
      case ANSWERED, WITHDRAWN -> EnumSet.of(IN_REVIEW, CLOSED);
      case CLOSED -> EnumSet.noneOf(RequestState.class);
    };
  }

  /**
   * Checks a step.
   *
   * @throws NotLegal if the state may not follow, with both named
   */
  public RequestState to(RequestState next) {
    if (!next().contains(next)) {
      throw new NotLegal(
          Sentence.of("A request that is {1} can't become {2}.", words(), next.words()));
    }
    return next;
  }

  private Sentence words() {
    return switch (this) {
      case RECEIVED -> Sentence.of("received");
      case IN_REVIEW -> Sentence.of("in review");
      case ANSWERED -> Sentence.of("answered");
      case WITHDRAWN -> Sentence.of("withdrawn");
      case CLOSED -> Sentence.of("closed");
    };
  }

  public boolean isAnswered() {
    return this == ANSWERED;
  }

  /** Returns whether its deadline runs. */
  public boolean isRunning() {
    return this == RECEIVED || this == IN_REVIEW;
  }
}
