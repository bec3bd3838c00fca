package hallmonitor.notifier.evidence.casefile;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text without accents, case and invisible characters, with a map back: {@code from[i]} is the
 * start in the original of the folded character i.
 */
record FoldedText(String text, int[] from) {
  static FoldedText of(String original) {
    StringBuilder folded = new StringBuilder(original.length());
    int[] from = new int[original.length() * 4 + 1];
    for (int i = 0; i < original.length(); ) {
      int codePoint = original.codePointAt(i);
      String plain =
          Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
              .toLowerCase(Locale.ROOT);
      for (int c = 0; c < plain.length(); c++) {
        int type = Character.getType(plain.charAt(c));
        boolean seen = type != Character.NON_SPACING_MARK && type != Character.FORMAT;
        if (seen && folded.length() < from.length - 1) {
          from[folded.length()] = i;
          folded.append(plain.charAt(c));
        }
      }
      i += Character.charCount(codePoint);
    }
    from[folded.length()] = original.length();
    return new FoldedText(folded.toString(), from);
  }
}
