package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A line of the log of exemptions: what of an item the public does not get, and why. It holds no
 * word of the item, and no name of its author.
 *
 * @param number of the item within the request
 * @param kind comment, reply, edit, deletion or post
 * @param seenAt time of the record
 * @param part whole, text, author, title, attachment or area
 * @param ground as worded when it was given; of what was withheld before words were kept only the
 *     id
 * @param decidedBy a user name
 * @param decider their display name
 */
public record ExemptionEntry(
    long itemNo,
    long number,
    String kind,
    String account,
    Instant seenAt,
    String part,
    @Nested("ground") LegalGround ground,
    String decidedBy,
    String decider,
    Instant decidedAt) {
  public Sentence getRecord() {
    return RequestWords.kind(kind);
  }

  /** Returns what of the record the public does not get. */
  public Sentence getWhat() {
    return switch (part) {
      case "whole" -> Sentence.of("Withheld: the whole record");
      case "author" -> Sentence.of("Redacted: the name of the author");
      case "title" -> Sentence.of("Redacted: the title of the post");
      case "attachment" -> Sentence.of("Redacted: a picture or video");
      case "area" -> Sentence.of("Redacted: a part of a picture");
      default -> Sentence.of("Redacted: words of the text");
    };
  }
}
