package hallmonitor.local.practice;

import hallmonitor.local.web.TemplatePage;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.standin.web.Json;
import hallmonitor.standin.web.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the page says, in the language that a browser likes best. The sources say it in English;
 * {@code spanish.yaml} has the Spanish of each sentence. What people write stays as it is.
 *
 * @param language {@code en} or {@code es}
 * @param known what is said instead of the English; empty for English
 */
record PracticeWords(String language, Map<String, String> known) {
  static final PracticeWords ENGLISH = new PracticeWords("en", Map.of());
  static final PracticeWords SPANISH = new PracticeWords("es", read("spanish.yaml"));

  private static final Pattern SAID = Pattern.compile("\\[\\[(.+?)]]");

  PracticeWords {
    known = Map.copyOf(known);
  }

  private static Map<String, String> read(String file) {
    byte[] yaml = TemplatePage.resource(PracticeWords.class, file);
    return YamlFile.read(
        file,
        new String(yaml, StandardCharsets.UTF_8),
        root -> root.keys().stream().collect(Collectors.toMap(Function.identity(), root::text)));
  }

  /** Returns the words for a browser; English where it likes neither language or says nothing. */
  static PracticeWords of(Request request) {
    return request
        .header("accept-language")
        .flatMap(PracticeWords::best)
        .filter(SPANISH.language()::equals)
        .map(spanish -> SPANISH)
        .orElse(ENGLISH);
  }

  private static Optional<String> best(String liked) {
    try {
      return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(liked), List.of("en", "es")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns a sentence with its values; in English where nobody has translated it. */
  String say(String english, String... values) {
    String said = known.getOrDefault(english, english);
    for (int i = 0; i < values.length; i++) {
      said = said.replace("{" + (i + 1) + "}", values[i]);
    }
    return said;
  }

  /** Says what stands in double brackets in the source of a page. */
  String page(String source) {
    return SAID.matcher(source).replaceAll(m -> Matcher.quoteReplacement(say(m.group(1))));
  }

  /** Returns all words as JSON, for the script of a page. */
  String json() {
    return new String(Json.bytes(known), StandardCharsets.UTF_8);
  }
}
