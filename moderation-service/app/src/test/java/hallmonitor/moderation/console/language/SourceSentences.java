package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.wording.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the program's sentences: a {@link Sentence} is only made by {@code Sentence.of}, with its
 * English as a literal.
 */
final class SourceSentences {
  private static final String LITERAL = "\"(?:[^\"\\\\\\n]|\\\\.)*\"";
  private static final Pattern MADE =
      Pattern.compile(
          "\\bSentence\\s*\\.of\\(\\s*((?:" + LITERAL + "(?:\\s*\\+\\s*(?=" + "\"))?)*)\\s*(.)");
  private static final Pattern ANY_OTHER_WAY =
      Pattern.compile(
          "\\bnew Sentence\\(|Sentence::of|Sentence::new|import static [\\w.]*Sentence\\.");
  private static final Pattern ONE = Pattern.compile(LITERAL);

  private SourceSentences() {}

  static Set<String> in(Path folder) {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        // This class makes its own.
        if (!file.endsWith("wording/Sentence.java")) {
          found.addAll(sentences(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static List<String> sentences(Path file) throws IOException {
    String source = Files.readString(file);
    assertThat(ANY_OTHER_WAY.matcher(source).find())
        .as("%s makes a sentence by something else than Sentence.of(\"...\")", file)
        .isFalse();
    return MADE.matcher(source)
        .results()
        .map(
            made -> {
              assertThat(made.group(1))
                  .as(
                      "%s: the English of a sentence stands where it is made: %s",
                      file, made.group())
                  .isNotEmpty();
              assertThat(made.group(2)).as("%s: %s", file, made.group()).isIn(",", ")");
              return joined(made.group(1));
            })
        // Sentences without words, such as "{1} {2} -> {3}", are the same in every language.
        .filter(
            english ->
                english.replaceAll("\\{\\d+}", "").codePoints().anyMatch(Character::isLetter))
        .toList();
  }

  private static String joined(String literals) {
    StringBuilder text = new StringBuilder();
    Matcher one = ONE.matcher(literals);
    while (one.find()) {
      text.append(one.group(), 1, one.group().length() - 1);
    }
    return text.toString().translateEscapes();
  }
}
