package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.page.DisplayLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Lists every sentence that people read, English beside Spanish, in {@code target/sentences.md},
 * and refuses words that the style guide of words (deploy/docs/develop/words.md) rules out.
 */
class PlainWordsTest {
  private static final Path LIST = Path.of("target/sentences.md");

  /** A word that the guide rules out, and what to write in its place. */
  private static final Map<String, String> FORBIDDEN =
      Map.ofEntries(
          Map.entry("whoever|whomever|whosoever", "anyone who, or name the person"),
          Map.entry("shall", "must or will"),
          Map.entry("thereof|therein|thereby|hereby|herein|hereof|wherein", "say it again"),
          Map.entry("anew", "again"),
          Map.entry("upon", "on"),
          Map.entry("whilst|amongst", "while, among"),
          Map.entry("telephone", "phone"),
          Map.entry("per cent", "percent"),
          Map.entry(
              "cancelled|colour|judgement|favour|behaviour|organisation", "American spelling"),
          Map.entry("any more", "no longer"),
          Map.entry("once more", "again"),
          Map.entry("stands behind|stand behind", "took part in"),
          Map.entry("in force", "active, current or applies"),
          Map.entry("made-up", "sample"),
          Map.entry("as shipped|ships|as it comes with", "default"),
          Map.entry("of which", "begin a new sentence"),
          Map.entry("dead letter", "failed message"),
          Map.entry("first password", "temporary password"),
          Map.entry("present password", "current password"));

  /** Words with a hyphen that are both a code of the database and English. */
  private static final Set<String> ENGLISH_TOO = Set.of("sign-in", "in-person", "single-sign-on");

  private static final Pattern MACHINE = Pattern.compile("\\b[a-z]+_[a-z_]+\\b|->|=>|\\bnull\\b");

  private final Spanish spanish = Spanish.shipped();

  @Test
  void everySentenceHasItsSpanishAndIsListedForAReader() throws IOException {
    Map<String, Map<String, String>> all = all();
    List<String> silent = new ArrayList<>();
    StringBuilder list =
        new StringBuilder("# Every sentence, by page\n\n{1} stands for a value.\n");
    all.forEach(
        (page, texts) -> {
          list.append("\n## ").append(page).append("\n\n| English | Spanish |\n|---|---|\n");
          texts.forEach(
              (english, said) -> {
                list.append("| ").append(cell(english)).append(" | ").append(cell(said));
                list.append(" |\n");
                if (said.isBlank()) {
                  silent.add(page + ": " + english);
                }
              });
        });
    Files.createDirectories(LIST.getParent());
    Files.writeString(LIST, list);

    assertThat(silent).as("without Spanish").isEmpty();
    assertThat(all.values().stream().mapToInt(Map::size).sum()).isGreaterThan(1_500);
  }

  @Test
  void noSentenceUsesAWordThatTheGuideRulesOut() {
    Map<String, Map<String, String>> all = all();
    List<String> found = new ArrayList<>();
    FORBIDDEN.forEach(
        (words, instead) -> {
          Pattern word = Pattern.compile("(?i)\\b(?:" + words + ")\\b");
          all.forEach(
              (page, texts) ->
                  texts.keySet().stream()
                      .filter(english -> word.matcher(english).find())
                      .forEach(
                          english -> found.add("%s: %s (%s)".formatted(page, english, instead))));
        });
    assertThat(found).as("see deploy/docs/develop/words.md").isEmpty();
  }

  @Test
  void noSentenceShowsAWordOfTheMachine() {
    List<Pattern> codes =
        spanish.codes().keySet().stream()
            .filter(code -> code.contains("-") && !ENGLISH_TOO.contains(code))
            .map(code -> Pattern.compile("(?<![\\w.-])" + code + "(?![\\w.-])"))
            .toList();
    List<String> found = new ArrayList<>();
    all()
        .forEach(
            (page, texts) ->
                texts.forEach(
                    (english, said) -> {
                      if (MACHINE.matcher(english).find()
                          || codes.stream().anyMatch(code -> code.matcher(english).find())) {
                        found.add(page + ": " + english);
                      }
                      if (MACHINE.matcher(said).find()) {
                        found.add(page + ": " + said);
                      }
                    }));
    assertThat(found).isEmpty();
  }

  /** Returns English and Spanish of everything that people read, by page. */
  private Map<String, Map<String, String>> all() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    ConsoleTexts.segments()
        .forEach(
            (page, texts) -> {
              Map<String, String> said = new LinkedHashMap<>();
              texts.forEach(text -> said.put(text, spanish.segment(page, text).orElse("")));
              all.put(page, said);
            });
    Map<String, String> sentences = new LinkedHashMap<>();
    ConsoleTexts.sentences()
        .forEach(text -> sentences.put(text, spanish.sentences().getOrDefault(text, "")));
    all.put("sentences of the program", sentences);
    all.put("what scripts say", ConsoleTexts.scripts());
    Map<String, String> codes = new TreeMap<>();
    spanish.codes().forEach((code, said) -> codes.put(DisplayLabels.plain(code), said));
    all.put("codes", codes);
    all.put("the public form", pairs("src/main/resources/appeal/words"));
    all.put("the form to report something", pairs("src/main/resources/report/words"));
    all.put("notices", pairs("../../deploy/settings/src/main/resources/notices/phrases"));
    return all;
  }

  private static Map<String, String> pairs(String file) {
    Map<String, String> said = new LinkedHashMap<>();
    ConsoleTexts.properties(file + "_en.properties", file + "_es.properties")
        .values()
        .forEach(both -> said.put(both[0], both[1]));
    return said;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
