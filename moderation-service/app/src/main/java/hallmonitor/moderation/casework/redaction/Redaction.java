package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.wording.Sentence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Something of a record that the public does not get, and why.
 *
 * @param span of the text as archived; empty unless words are redacted
 * @param address of the attachment, or of the picture with the area, as archived; empty for other
 *     parts
 * @param textHash {@link #hash} of the text that the span was chosen in, or the SHA-256 of the
 *     picture that the area was; empty for other parts
 * @param area of the picture; empty unless a part of one is covered
 * @param ground as it was worded when it was given
 */
public record Redaction(
    RedactedPart part,
    Span span,
    String address,
    String textHash,
    PictureArea area,
    LegalGround ground) {
  private static final Span NO_SPAN = new Span(0, 0);

  /** Checks that each part has what identifies it, and nothing else. */
  public Redaction {
    boolean words = part == RedactedPart.TEXT;
    boolean covers = part == RedactedPart.AREA;
    if (words == span.equals(NO_SPAN)
        || words && span.from() == span.to()
        || (words || covers) == textHash.isEmpty()
        || (part == RedactedPart.ATTACHMENT || covers) == address.isEmpty()
        || covers == area.isEmpty()) {
      throw new IllegalArgumentException(part + " of " + span);
    }
  }

  /**
   * Redacts words.
   *
   * @param text as archived
   * @param chosen is widened to whole characters
   * @throws NotLegal if there are no words at that place
   */
  public static Redaction ofWords(String text, Span chosen, LegalGround ground) {
    return ofWords(text, List.of(chosen), ground).get(0);
  }

  /**
   * Redacts words at several places, which may overlap.
   *
   * @throws NotLegal if there are no words at one of them
   */
  public static List<Redaction> ofWords(String text, List<Span> chosen, LegalGround ground) {
    if (chosen.stream().anyMatch(one -> one.to() > text.length() || one.of(text).isBlank())) {
      throw new NotLegal(Sentence.of("Choose the words to redact: from the first to the last."));
    }
    WholeCharacters characters = new WholeCharacters(text);
    String hash = hash(text);
    return chosen.stream()
        .map(characters::around)
        .distinct()
        .map(span -> new Redaction(RedactedPart.TEXT, span, "", hash, PictureArea.NONE, ground))
        .toList();
  }

  /** Redacts the name of the author. */
  public static Redaction ofAuthor(LegalGround ground) {
    return new Redaction(RedactedPart.AUTHOR, NO_SPAN, "", "", PictureArea.NONE, ground);
  }

  /** Redacts the title of the post. */
  public static Redaction ofTitle(LegalGround ground) {
    return new Redaction(RedactedPart.TITLE, NO_SPAN, "", "", PictureArea.NONE, ground);
  }

  /** Redacts a picture, a video, or another attachment. */
  public static Redaction ofAttachment(String address, LegalGround ground) {
    return new Redaction(RedactedPart.ATTACHMENT, NO_SPAN, address, "", PictureArea.NONE, ground);
  }

  /**
   * Covers a part of a picture.
   *
   * @param pictureHash SHA-256 of its bytes, in lower-case hex
   * @param area not empty
   */
  public static Redaction ofArea(
      String address, String pictureHash, PictureArea area, LegalGround ground) {
    return new Redaction(RedactedPart.AREA, NO_SPAN, address, pictureHash, area, ground);
  }

  /**
   * Returns whether the public must not get the address of an attachment: it leads to what is
   * redacted.
   */
  public boolean hides(String attachment) {
    return !address.isEmpty() && address.equals(attachment);
  }

  /** Returns the SHA-256 of a text in UTF-8, in lower-case hex. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
