package hallmonitor.moderation.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Emoji that stand for a relevant word, from {@code /lexicon/emoji.txt}. */
final class EmojiWords {
  private static final Map<Integer, String> WORDS = read();

  private EmojiWords() {}

  /** Returns the word, or null. */
  static @Nullable String of(int codePoint) {
    return codePoint < 0x2000 ? null : WORDS.get(codePoint);
  }

  private static Map<Integer, String> read() {
    Map<Integer, String> words = new HashMap<>();
    InputStream file = EmojiWords.class.getResourceAsStream("/lexicon/emoji.txt");
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line ->
                  words.put(line.codePointAt(0), line.substring(line.indexOf(' ') + 1).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
