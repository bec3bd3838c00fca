package hallmonitor.local.web;

import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of a page in English and Spanish. Its source has the English in double brackets; {@code
 * spanish.yaml} beside it has the Spanish of each sentence.
 */
public final class PageWords {
  private static final Pattern SENTENCE = Pattern.compile("\\[\\[(.+?)]]");
  private static final List<String> LANGUAGES = List.of("en", "es");

  private final Map<String, String> spanish;

  private PageWords(Map<String, String> spanish) {
    this.spanish = Map.copyOf(spanish);
  }

  /** Reads the Spanish of the pages in {@code owner}'s package. */
  public static PageWords of(Class<?> owner) {
    String text = new String(TemplatePage.resource(owner, "spanish.yaml"), StandardCharsets.UTF_8);
    return new PageWords(YamlFile.read("spanish.yaml", text, PageWords::sentences));
  }

  private static Map<String, String> sentences(YamlMapping root) {
    Map<String, String> all = new HashMap<>();
    root.keys().forEach(english -> all.put(english, root.text(english)));
    return all;
  }

  /** Returns the Spanish by its English, in a fixed copy. */
  public Map<String, String> spanish() {
    return spanish;
  }

  /**
   * Fills a page for one reader. Besides {@code values}, which are text and never markup, {@code
   * {{language}}} is {@code en} or {@code es}, and {@code {{words}}} the Spanish as JSON for the
   * page's script, or {@code {}}.
   */
  public RouteAnswer.Now page(Request request, String source, Map<String, String> values) {
    String language = language(request);
    Map<String, String> said = language.equals("es") ? spanish : Map.of();
    Map<String, String> all = new HashMap<>(values);
    all.put("language", language);
    all.put("words", new String(Json.bytes(said), StandardCharsets.UTF_8));
    String page =
        SENTENCE
            .matcher(source)
            .replaceAll(m -> Matcher.quoteReplacement(said.getOrDefault(m.group(1), m.group(1))));
    return RouteAnswer.html(TemplatePage.fill(page, all))
        .with("Vary", "Accept-Language")
        .with("Content-Language", language);
  }

  /** Returns the language that the browser likes best; English if it likes neither. */
  private static String language(Request request) {
    String liked = request.header("accept-language").orElse("en");
    try {
      String best = Locale.lookupTag(LanguageRange.parse(liked), LANGUAGES);
      return best == null ? "en" : best;
    } catch (IllegalArgumentException e) {
      return "en"; // a header that is no list of languages
    }
  }
}
