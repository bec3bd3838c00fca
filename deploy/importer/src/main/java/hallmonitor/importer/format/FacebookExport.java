package hallmonitor.importer.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What both kinds of entries of Facebook's "Download your information" in JSON have in common. It
 * gives no ids, so that one is made of the time and the words; and it writes each byte of UTF-8 as
 * a character of its own. Sources: {@code documents/parser/content_examples.md} in
 * github.com/NorseKode/Waultar-App, with excerpts of 2021; exports of Pages since 2022 have the
 * same entries in {@code this_profile's_activity_across_facebook/}, as several parsers on GitHub
 * read them (file name {@code profile_posts_1.json}).
 */
final class FacebookExport {
  private static final int DIGITS_OF_ID = 16;

  private FacebookExport() {}

  /** Undoes what the export did to all but plain English. */
  static String text(JsonNode found) {
    String text = found.asText("");
    if (text.chars().anyMatch(c -> c > 0xFF) || text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(text.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      return text; // it was not done to this one
    }
  }

  /** Returns an id that the same entry has in every export. */
  static String id(long seconds, String... words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String one : words) {
        digest.update((one.length() + ":" + one).getBytes(UTF_8));
      }
      return "fb-"
          + seconds
          + "-"
          + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS_OF_ID);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String time(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }

  static long seconds(JsonNode entry) throws RowMapping.Unfit {
    long seconds = entry.path("timestamp").asLong(0);
    if (seconds <= 0) {
      throw new RowMapping.Unfit("has no 'timestamp'");
    }
    return seconds;
  }
}
