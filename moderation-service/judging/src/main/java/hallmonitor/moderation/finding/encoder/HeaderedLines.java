package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text file of the encoder's folder, skipping empty lines and comments (from {@code #}).
 */
final class HeaderedLines {
  private HeaderedLines() {}

  /**
   * @param number from 1
   */
  record Line(String file, int number, String[] words) {
    EncoderException wrong(String what) {
      return new EncoderException(file + ":" + number + ": " + what + ".");
    }

    void hasWords(int count, String form) {
      if (words.length != count) {
        throw wrong("expected '" + form + "'");
      }
    }

    /** Returns the category with this label. */
    Category category(String label) {
      return Category.of(label).orElseThrow(() -> wrong("there is no category '" + label + "'"));
    }

    /** Returns a word as a finite number. */
    double number(int word) {
      try {
        double number = Double.parseDouble(words[word]);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // reported below
      }
      throw wrong("'" + words[word] + "' is no number");
    }
  }

  static List<Line> of(String file, String content) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : content.split("\n", -1)) {
      number++;
      int remark = text.indexOf('#');
      String said = (remark < 0 ? text : text.substring(0, remark)).strip();
      if (!said.isEmpty()) {
        lines.add(new Line(file, number, said.split("\\s+")));
      }
    }
    return lines;
  }
}
