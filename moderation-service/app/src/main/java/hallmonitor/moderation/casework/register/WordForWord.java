package hallmonitor.moderation.casework.register;

import java.text.Normalizer;

/**
 * A text for a comparison word for word: spaces and line breaks count as one space, and quotation
 * marks and dashes are as typed, because many sites draw them differently.
 */
final class WordForWord {
  private WordForWord() {}

  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]", "")
        .replaceAll("[\\u2018\\u2019\\u02BC]", "'")
        .replaceAll("[\\u201C\\u201D\\u00AB\\u00BB]", "\"")
        .replaceAll("[\\u2010-\\u2015]", "-")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip();
  }
}
