package hallmonitor.ingest.push;

import hallmonitor.ingest.connector.DataPush;
import hallmonitor.ingest.connector.PushSource.Handshake;
import hallmonitor.ingest.push.PushListener.Outcome;
import java.time.Duration;
import java.util.Optional;

/** Answers to senders of data, in JSON, for the programmer to read. */
final class DataReplies {
  private static final String JSON = "application/json";
  private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

  private DataReplies() {}

  static PushReply of(DataPush.Receipt receipt) {
    return new PushReply(
        outcome(receipt.taken()), new Handshake(JSON, receipt.json()), receipt.retryAfter());
  }

  private static Outcome outcome(DataPush.Taken taken) {
    return switch (taken) {
      case STORED -> Outcome.STORED;
      case NOT_JSON -> Outcome.NOT_JSON;
      case REFUSED -> Outcome.UNUSABLE;
      case BUSY -> Outcome.TOO_MANY;
      case OVER_LIMIT -> Outcome.OVER_LIMIT;
    };
  }

  /**
   * Returns the answer to a request when nothing was stored.
   *
   * @param wait time until another one is accepted
   */
  static PushReply refusal(Outcome outcome, Duration wait) {
    return switch (outcome) {
      case NO_KEY ->
          refusal(
              outcome,
              "Send 'Authorization: Bearer' and a key of this account, which its operator has.",
              Optional.empty());
      case TOO_LARGE ->
          refusal(outcome, "A request may have 1 MiB; send fewer rows in it.", Optional.empty());
      case TOO_MANY ->
          refusal(
              outcome,
              "Too many requests; send this one again after the seconds in Retry-After.",
              Optional.of(wait));
      case FAILED ->
          refusal(
              outcome,
              "Nothing of this was stored, because the service has a fault; send it again after the seconds in Retry-After.",
              Optional.of(AFTER_FAULT));
      default -> PushReply.of(outcome);
    };
  }

  private static PushReply refusal(Outcome outcome, String sentence, Optional<Duration> wait) {
    return new PushReply(outcome, new Handshake(JSON, "{\"error\":\"" + sentence + "\"}"), wait);
  }
}
