package hallmonitor.local.web;

import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.standin.web.Json;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
 * What pages say, in the language that a browser likes best. Their sources say it in English, in
 * double brackets; {@code spanish.yaml} beside them has the Spanish of each sentence. What people
 * write stays as it is.
 *
 * @param language {@code en} or {@code es}
 * @param known what is said instead of the English; empty for English
 */
public record PageWords(String language, Map<String, String> known) {
  public static final PageWords ENGLISH = new PageWords("en", Map.of());

  private static final Pattern SAID = Pattern.compile("\\[\\[(.+?)]]");

  public PageWords {
    known = Map.copyOf(known);
  }

  /** Reads the Spanish of the pages in {@code owner}'s package. */
  public static PageWords spanish(Class<?> owner) {
    String text = new String(TemplatePage.resource(owner, "spanish.yaml"), StandardCharsets.UTF_8);
    return new PageWords(
        "es",
        YamlFile.read(
            "spanish.yaml",
            text,
            root ->
                root.keys().stream().collect(Collectors.toMap(Function.identity(), root::text))));
  }

  /**
   * Returns these words for a browser that likes their language best, and English for any other.
   */
  public PageWords orEnglish(Request request) {
    return request
        .header("accept-language")
        .flatMap(PageWords::best)
        .filter(language::equals)
        .map(liked -> this)
        .orElse(ENGLISH);
  }

  private static Optional<String> best(String liked) {
    try {
      return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(liked), List.of("en", "es")));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a header that is no list of languages
    }
  }

  /** Returns a sentence with its values; in English where nobody has translated it. */
  public String say(String english, String... values) {
    String said = known.getOrDefault(english, english);
    for (int i = 0; i < values.length; i++) {
      said = said.replace("{" + (i + 1) + "}", values[i]);
    }
    return said;
  }

  /**
   * Fills a page. Besides {@code values}, which are text and never markup, {@code {{language}}} is
   * its language, and {@code {{words}}} all words as JSON for the page's script.
   */
  public RouteAnswer.Now page(String source, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("language", language);
    all.put("words", new String(Json.bytes(known), StandardCharsets.UTF_8));
    String page = SAID.matcher(source).replaceAll(m -> Matcher.quoteReplacement(say(m.group(1))));
    return RouteAnswer.html(TemplatePage.fill(page, all))
        .with("Vary", "Accept-Language")
        .with("Content-Language", language);
  }
}
