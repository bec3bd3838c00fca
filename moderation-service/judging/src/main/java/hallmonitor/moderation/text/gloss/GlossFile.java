package hallmonitor.moderation.text.gloss;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a gloss file into lines. The file's header explains the format. Every error names the file
 * and the line.
 */
final class GlossFile {
  private static final Set<String> SECTIONS =
      Set.of(
          "words",
          "insults",
          "nouns",
          "adjectives",
          "verbs",
          "phrases",
          "english verbs",
          "english nouns");

  /**
   * One line of a section: {@code lemma, lemma = gloss}, or only words.
   *
   * @param number from 1
   * @param lemmas the words left of the equals sign, or all words if there is none
   * @param gloss empty if the line has no equals sign
   */
  record Line(
      String file,
      int number,
      String section,
      boolean indented,
      List<String> lemmas,
      String gloss) {
    IllegalStateException wrong(String what) {
      return new IllegalStateException(file + ":" + number + ": " + what);
    }
  }

  private GlossFile() {}

  /**
   * Reads a shipped file.
   *
   * @throws IllegalStateException if a line cannot be understood or the file is missing
   */
  static List<Line> shipped(String file) {
    try (InputStream in = GlossFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the gloss file " + file + " is missing: build again");
      }
      return read(file, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Line> read(String file, String content) {
    List<Line> lines = new ArrayList<>();
    String section = "";
    int number = 0;
    for (String raw : content.split("\n", -1)) {
      number++;
      String text = raw.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (text.startsWith("[")) {
        section = text.substring(1, Math.max(1, text.length() - 1));
        if (!text.endsWith("]") || !SECTIONS.contains(section)) {
          throw new IllegalStateException(
              file + ":" + number + ": there is no section " + text + "; there are " + SECTIONS);
        }
      } else {
        lines.add(line(file, number, section, raw.startsWith(" "), text));
      }
    }
    return lines;
  }

  private static Line line(String file, int number, String section, boolean indented, String text) {
    int equals = text.indexOf('=');
    boolean wordsOnly = indented || section.startsWith("english");
    String left = equals < 0 ? text : text.substring(0, equals);
    String gloss = equals < 0 ? "" : text.substring(equals + 1).strip();
    List<String> lemmas = new ArrayList<>();
    for (String lemma : left.split(wordsOnly ? " " : ",")) {
      lemmas.add(lemma.strip());
    }
    Line line = new Line(file, number, section, indented, lemmas, gloss);
    if (section.isEmpty()) {
      throw line.wrong("this line stands before the first [section]");
    }
    if (wordsOnly != (equals < 0)) {
      throw line.wrong(
          wordsOnly ? "words only are wanted here, without '='" : "'lemma = gloss' is wanted here");
    }
    if (lemmas.contains("")) {
      throw line.wrong("a lemma is empty: remove the comma that is too many");
    }
    if (!wordsOnly && (gloss.isEmpty() || !isGloss(gloss))) {
      throw line.wrong("a gloss has small letters a to z and spaces, not '" + gloss + "'");
    }
    boolean words = !section.equals("phrases") && !section.equals("verbs");
    if (words && lemmas.stream().anyMatch(lemma -> lemma.indexOf(' ') >= 0)) {
      throw line.wrong("several words belong into [phrases]");
    }
    return line;
  }

  private static boolean isGloss(String gloss) {
    for (int i = 0; i < gloss.length(); i++) {
      char c = gloss.charAt(i);
      if (c != ' ' && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return true;
  }
}
