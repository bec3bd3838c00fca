package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.store.request.NewRequest.Way;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** Codes of a request in words. */
@TemplateExtension(namespace = "request")
public final class RequestWords {
  private RequestWords() {}

  public static Sentence state(RequestState state) {
    return switch (state) {
      case RECEIVED -> Sentence.of("Not started");
      case IN_REVIEW -> Sentence.of("In review");
      case ANSWERED -> Sentence.of("Answered");
      case WITHDRAWN -> Sentence.of("Withdrawn");
      case CLOSED -> Sentence.of("Request closed");
    };
  }

  /** Returns the button that moves a request to a state. */
  public static Sentence act(RequestState next) {
    return switch (next) {
      case RECEIVED -> Sentence.NONE;
      case IN_REVIEW -> Sentence.of("Start the review");
      case ANSWERED -> Sentence.of("Mark as answered");
      case WITHDRAWN -> Sentence.of("Mark as withdrawn");
      case CLOSED -> Sentence.of("Close the request");
    };
  }

  public static Sentence way(Way way) {
    return switch (way) {
      case FORM -> Sentence.of("Public form");
      case MAIL -> Sentence.of("Mail");
      case EMAIL -> Sentence.of("Email");
      case IN_PERSON -> Sentence.of("In person");
      case PHONE -> Sentence.of("Phone");
      case FAX -> Sentence.of("Fax");
    };
  }

  /** Returns what kind of record an item is. */
  static Sentence kind(String code) {
    return switch (code) {
      case "post" -> Sentence.of("Post");
      case "reply" -> Sentence.of("Reply to a comment");
      case "edit" -> Sentence.of("Edited comment");
      case "deletion" -> Sentence.of("Deleted comment");
      default -> Sentence.of("Comment");
    };
  }

  /** Returns what happened, for the history. */
  static Sentence event(String kind) {
    return switch (kind) {
      case "received" -> Sentence.of("Received");
      case "in-review" -> Sentence.of("Started the review");
      case "answered" -> Sentence.of("Marked as answered");
      case "withdrawn" -> Sentence.of("Marked as withdrawn");
      case "closed" -> Sentence.of("Closed the request");
      case "answer-proposed" -> Sentence.of("Proposed the answer");
      case "answer-refused" -> Sentence.of("Rejected the proposed answer");
      case "answer-withdrawn" -> Sentence.of("Withdrew the proposed answer");
      case "assigned" -> Sentence.of("Changed who works on it");
      case "searched" -> Sentence.of("Ran a search for it");
      case "agreed" -> Sentence.of("Recorded that the requester agreed to a later deadline");
      case "extended" -> Sentence.of("Extended the deadline");
      case "letter-changed" -> Sentence.of("Changed the letter of the answer");
      case "answer-begun" -> Sentence.of("Asked for the package of the answer");
      case "answer-made" -> Sentence.of("The package of the answer was made");
      case "answer-picture-removed" ->
          Sentence.of("Removed a picture for good, and the package that was not sent with it");
      case "leak-passed" -> Sentence.of("Allowed the same words in another place");
      case "link-made" -> Sentence.of("Made a link to the answer");
      case "link-revoked" -> Sentence.of("Ended a link to the answer");
      case "downloaded" -> Sentence.of("Downloaded the answer");
      default -> Sentence.of("Wrote a note");
    };
  }
}
