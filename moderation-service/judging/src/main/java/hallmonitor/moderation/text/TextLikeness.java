package hallmonitor.moderation.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Two keys that find equal or nearly equal texts with an index lookup. Texts with the same text key
 * also have the same words key.
 *
 * @param text equal for texts that are the same once normalized; case, accents, look-alike letters
 *     and white space are ignored
 * @param words equal for texts with the same words in the same order; also ignores disguises,
 *     punctuation, emoji without a meaning of their own, immediate repetitions of a word, and
 *     everything after the host name of a link
 */
public record TextLikeness(UUID text, UUID words) {
  private static final Pattern LINK = Pattern.compile("https?://([^\\s/?#]+)\\S*");

  /** Computes the keys in linear time. */
  public static TextLikeness of(String original) {
    NormalizedText light = NormalizedText.of(original);
    String text = light.text().strip();
    List<String> words = words(light);
    // In a text of only emoji and signs, the signs are the content.
    return new TextLikeness(
        key("text", text), words.isEmpty() ? key("signs", text) : key("words", join(words)));
  }

  /**
   * Returns the keys of this text with pictures, which are of kinds of their own: no text has them.
   *
   * @param pictures what tells them from all others
   */
  public TextLikeness with(String pictures) {
    return new TextLikeness(
        key("text with pictures", text + " " + pictures),
        key("words with pictures", words + " " + pictures));
  }

  private static List<String> words(NormalizedText light) {
    List<String> once = new ArrayList<>();
    String shown = LINK.matcher(light.text()).replaceAll("$1 ");
    NormalizedText named = shown.equals(light.text()) ? light : NormalizedText.of(shown);
    for (String word : PhraseSplitter.words(named.folded().text())) {
      if (once.isEmpty() || !once.get(once.size() - 1).equals(word)) {
        once.add(word);
      }
    }
    return once;
  }

  private static String join(List<String> words) {
    return String.join(" ", words);
  }

  /** 128 bits of SHA-256, so that no one can craft a harmless text with the key of another. */
  private static UUID key(String kind, String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest((kind + "\n" + text).getBytes(UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(hash);
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
