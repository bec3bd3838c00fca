package hallmonitor.messaging.picture.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read in a picture.
 *
 * @param readable whether it could be decoded
 * @param words in reading order; empty if there are none
 * @param moving whether only the first of several pictures in it was read
 * @param cut whether it says more than fits
 */
public record PictureWords(boolean readable, String words, boolean moving, boolean cut) {
  /** More than this is no picture with some words on it. In UTF-16 units. */
  public static final int LONGEST = 4_000;

  static final PictureWords UNREADABLE = new PictureWords(false, "", false, false);

  /** Returns as much of a text as one picture may say. */
  public static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  /**
   * Returns what the lines say that were read in the same picture drawn several ways. Where several
   * were read at one place, the one that says more, and more surely, counts.
   *
   * @param least confidence of a word, from 0 to 100
   * @param sure confidence of at least one word of a line
   */
  static String text(List<WordLine> lines, double least, double sure) {
    List<WordLine> best = new ArrayList<>();
    lines.stream()
        .map(line -> line.atLeast(least))
        .filter(line -> line.isSure(sure))
        .sorted(Comparator.comparingDouble(WordLine::weight).reversed())
        .forEach(
            line -> {
              if (best.stream().noneMatch(line::covers)) {
                best.add(line);
              }
            });
    return best.stream()
        .sorted(Comparator.comparingInt(WordLine::top))
        .map(WordLine::text)
        .collect(Collectors.joining("\n"));
  }
}
