package hallmonitor.moderation.training;

import java.util.List;
import java.util.Random;

/**
 * Texts made to break readers: any UTF-16 including single surrogates, floods of combining marks,
 * thousands of repetitions, and real comments cut up and mixed with these.
 */
final class HostileTexts {
  static final int LONGEST = 10_000;

  private static final int[][] BLOCKS = {
    {0x20, 0x7f},
    {0xa0, 0x250},
    {0x300, 0x370},
    {0x370, 0x530},
    {0x590, 0x780},
    {0x900, 0xe00},
    {0x1100, 0x1200},
    {0x2000, 0x2070},
    {0x20a0, 0x2200},
    {0x2460, 0x2500},
    {0x2600, 0x27c0},
    {0x4e00, 0x5000},
    {0xd800, 0xe000},
    {0xe000, 0xe100},
    {0xfe00, 0xfe30},
    {0xff00, 0xfff0},
    {0x1d400, 0x1d800},
    {0x1f1e6, 0x1f200},
    {0x1f300, 0x1f700},
    {0xe0000, 0xe0080},
    {0, 0x20}
  };

  private final Random chance;
  private final List<String> comments;

  HostileTexts(long seed, List<String> comments) {
    this.chance = new Random(seed);
    this.comments = comments;
  }

  String next() {
    int length = chance.nextInt(4) == 0 ? LONGEST : 1 + chance.nextInt(300);
    StringBuilder text = new StringBuilder();
    switch (chance.nextInt(5)) {
      case 0 -> signs(text, length, BLOCKS[chance.nextInt(BLOCKS.length)]);
      case 1 -> {
        while (text.length() < length) {
          signs(text, text.length() + 8, BLOCKS[chance.nextInt(BLOCKS.length)]);
        }
      }
      case 2 -> repeated(text, length);
      case 3 -> strewn(text, length);
      default -> words(text, length);
    }
    text.setLength(Math.min(text.length(), LONGEST));
    return text.toString();
  }

  private void signs(StringBuilder text, int length, int[] block) {
    while (text.length() < length) {
      int sign = block[0] + chance.nextInt(block[1] - block[0]);
      if (Character.isBmpCodePoint(sign)) {
        text.append((char) sign); // adds half of a surrogate pair
      } else {
        text.appendCodePoint(sign);
      }
    }
  }

  private String comment() {
    return comments.get(chance.nextInt(comments.size()));
  }

  private void repeated(StringBuilder text, int length) {
    String whole = comment();
    int from = chance.nextInt(whole.length());
    String part = whole.substring(from, Math.min(whole.length(), from + 1 + chance.nextInt(12)));
    while (text.length() < length) {
      text.append(part);
    }
  }

  private void strewn(StringBuilder text, int length) {
    while (text.length() < length) {
      for (char c : comment().toCharArray()) {
        text.append(c);
        if (chance.nextInt(6) == 0) {
          signs(text, text.length() + 1, BLOCKS[chance.nextInt(BLOCKS.length)]);
        }
      }
      text.append(' ');
    }
  }

  private void words(StringBuilder text, int length) {
    while (text.length() < length) {
      String[] words = comment().split(" ");
      text.append(words[chance.nextInt(words.length)]).append(" .,-\"'*".charAt(chance.nextInt(7)));
    }
  }
}
