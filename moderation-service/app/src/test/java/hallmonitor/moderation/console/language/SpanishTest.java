package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that every text of the console has its Spanish, and that no translation is unused. */
class SpanishTest {
  private static final String PASTE = "each of these needs its Spanish; ready to paste into %s";

  private final Spanish spanish = Spanish.shipped();

  @Test
  void everySegmentOfEveryTemplateIsKnown() {
    Map<String, Set<String>> missing = new LinkedHashMap<>();
    ConsoleTexts.segments()
        .forEach(
            (page, texts) ->
                texts.stream()
                    .filter(text -> spanish.segment(page, text).isEmpty())
                    .forEach(
                        text ->
                            missing.computeIfAbsent(page, p -> new LinkedHashSet<>()).add(text)));

    assertThat(pasted(missing)).as(PASTE, "spanish/pages.yaml").isEmpty();
  }

  @Test
  void everySegmentOfTheFileIsInItsTemplate() {
    Map<String, Set<String>> used = ConsoleTexts.segments();
    Map<String, Set<String>> unused = new LinkedHashMap<>();
    spanish
        .pages()
        .forEach(
            (page, texts) -> {
              Set<String> left = new TreeSet<>(texts.keySet());
              if (page.equals(Spanish.EVERYWHERE)) {
                used.forEach(
                    (of, some) ->
                        some.stream()
                            .filter(
                                text ->
                                    !spanish.pages().getOrDefault(of, Map.of()).containsKey(text))
                            .forEach(left::remove));
              } else {
                left.removeAll(used.getOrDefault(page, Set.of()));
              }
              if (!left.isEmpty()) {
                unused.put(page, left);
              }
            });

    assertThat(unused).as("nobody says these any more; take them out").isEmpty();
  }

  @Test
  void everyTemplateCanBeSaidInSpanishAndStaysAsItIsInEnglish() {
    ConsoleTexts.templates()
        .forEach(
            (page, source) -> {
              String both = Bilingual.of(source, text -> spanish.segment(page, text));
              assertThat(InEnglish.of(both)).as(page).isEqualTo(source);
            });
  }

  @Test
  void everySentenceOfTheProgramIsKnownAndEveryKnownOneIsSaid() {
    Set<String> said = ConsoleTexts.sentences();

    Set<String> missing = new LinkedHashSet<>(said);
    missing.removeAll(spanish.sentences().keySet());
    assertThat(pasted(Map.of("new", missing))).as(PASTE, "spanish/sentences.yaml").isEmpty();
    assertThat(spanish.sentences().keySet()).as("said nowhere; take it out").isSubsetOf(said);
  }

  @Test
  void everyReasonOfARuleIsKnownAndEveryKnownOneIsGiven() {
    Set<String> missing = new TreeSet<>(ConsoleTexts.reasons());
    missing.removeAll(spanish.reasons().keySet());
    assertThat(pasted(Map.of("new", missing))).as(PASTE, "spanish/reasons.yaml").isEmpty();
    assertThat(spanish.reasons().keySet())
        .as("no rule gives it; take it out")
        .isSubsetOf(ConsoleTexts.reasons());
  }

  @Test
  void aSpanishSentenceHasTheValuesOfTheEnglishOne() {
    spanish
        .sentences()
        .forEach(
            (english, said) ->
                assertThat(SegmentPlaces.in(said))
                    .as(english)
                    .isEqualTo(SegmentPlaces.in(english)));
  }

  @Test
  void whatTheScriptSaysIsKnownAndNothingElse() {
    Map<String, String> known = ConsoleTexts.scripts();

    assertThat(known.keySet())
        .as("spanish.js")
        .containsExactlyInAnyOrderElementsOf(ConsoleTexts.saidByScripts());
    known.forEach(
        (english, text) ->
            assertThat(SegmentPlaces.in(text)).as(english).isEqualTo(SegmentPlaces.in(english)));
  }

  @Test
  void theScriptSaysNothingPastTheSpanish() {
    Matcher bare =
        Pattern.compile(
                "(?:announce\\(|textContent = |replaceChildren\\((?:\\w+, )?)(?:\"[^\"]|`)[^;]*")
            .matcher(ConsoleTexts.modules());
    List<String> found = new ArrayList<>();
    while (bare.find()) {
      found.add(bare.group());
    }
    assertThat(found).as("go through say(...)").isEmpty();
  }

  private static String pasted(Map<String, Set<String>> groups) {
    StringBuilder text = new StringBuilder();
    new HashSet<>(groups.keySet())
        .stream()
            .sorted()
            .filter(group -> !groups.get(group).isEmpty())
            .forEach(
                group -> {
                  text.append('\n').append(group).append(":\n");
                  groups
                      .get(group)
                      .forEach(
                          key ->
                              text.append("  \"")
                                  .append(key.replace("\\", "\\\\").replace("\"", "\\\""))
                                  .append("\": \"\"\n"));
                });
    return text.toString();
  }
}
