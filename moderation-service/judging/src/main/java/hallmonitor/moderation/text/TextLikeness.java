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
 * Two keys by which texts are told to be the same, or nearly so. Both are equal or they are not:
 * what is alike is found by an index, and is alike to everything that has the key.
 *
 * @param text the same for texts that are the same once normalised: capitals, accents, look-alike
 *     letters and white space do not count
 * @param words the same for texts with the same words in the same order: disguises, punctuation and
 *     emoji without a meaning of their own do not count either, nor that a word is written several
 *     times on end, nor what follows the host name of a link. Texts with the same text key have the
 *     same words key.
 */
public record TextLikeness(UUID text, UUID words) {
  private static final Pattern LINK = Pattern.compile("https?://([^\\s/?#]+)\\S*");

  /** Takes time linear in the length. */
  public static TextLikeness of(String original) {
    NormalisedText light = NormalisedText.of(original);
    String text = light.text().strip();
    List<String> words = words(light);
    // Of emoji and signs alone, the signs are all that is said.
    return new TextLikeness(
        key("text", text), words.isEmpty() ? key("signs", text) : key("words", join(words)));
  }

  private static List<String> words(NormalisedText light) {
    List<String> once = new ArrayList<>();
    String shown = LINK.matcher(light.text()).replaceAll("$1 ");
    NormalisedText named = shown.equals(light.text()) ? light : NormalisedText.of(shown);
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

  /** 128 bits of SHA-256: nobody can make up a harmless text with the key of another. */
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
