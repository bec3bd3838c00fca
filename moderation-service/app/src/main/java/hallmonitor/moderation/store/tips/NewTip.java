package hallmonitor.moderation.store.tips;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.casework.TipUrgency;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What someone reports.
 *
 * @param id the same for the same form sent twice
 * @param reference that the reporter can read out on the phone
 * @param stateHash of the token in the reporter's private link
 * @param category label of a category; empty for something else
 * @param link of a page; may be empty
 * @param place where it was seen, in the reporter's words; may be empty
 * @param text what it says, or what happened; may be empty
 * @param language {@code en} or {@code es}, the reporter's
 */
public record NewTip(
    UUID id,
    ShortCode reference,
    String stateHash,
    Way way,
    TipUrgency urgency,
    String category,
    String link,
    String place,
    String text,
    String language,
    Reporter reporter,
    Optional<Screenshot> screenshot) {
  /** How it came in. */
  public enum Way {
    /** The form that anyone can open. */
    PUBLIC,
    /** The signed link of a school. */
    SCHOOL,
    /** Someone who is signed in. */
    STAFF
  }

  /**
   * Who reports it.
   *
   * @param user the user name; empty for anyone who is not signed in
   * @param name as given; empty for none
   * @param anonymous whether colleagues may not see the name
   */
  public record Reporter(String user, String name, boolean anonymous) {}

  /**
   * A picture of a screen, encoded again.
   *
   * @param content a JPEG
   * @param sha256 of that content, in hexadecimal
   * @param original hash of the file as it was handed in
   */
  public record Screenshot(byte[] content, String sha256, String original) {}

  /** Returns the reporter's words on one line, for histories and notices; never empty. */
  public String words() {
    String words =
        Stream.of(text, place, link)
            .filter(part -> !part.isBlank())
            .map(part -> part.replaceAll("\\s+", " "))
            .collect(Collectors.joining(" · "));
    return words.isEmpty() ? "A screenshot." : words;
  }
}
