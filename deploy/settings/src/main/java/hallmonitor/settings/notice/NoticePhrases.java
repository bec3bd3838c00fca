package hallmonitor.settings.notice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The phrases of notices in one language, from {@code notices/phrases_<language>.properties}. */
public final class NoticePhrases {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final int HOUR = 60;

  private final Locale locale;
  private final ResourceBundle words;

  private NoticePhrases(Locale locale) {
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "notices.phrases",
            locale,
            NoticePhrases.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * Loads the phrases.
   *
   * @param language {@code en} or {@code es}
   * @throws java.util.MissingResourceException for a language without phrases
   */
  public static NoticePhrases in(String language) {
    return new NoticePhrases(Locale.forLanguageTag(language));
  }

  public Locale locale() {
    return locale;
  }

  /** Returns a phrase without placeholders. */
  public String say(String key) {
    return words.getString(key);
  }

  /** Returns the phrase for one thing of a kind, or the kind's default phrase. */
  public String say(String kind, String thing) {
    String own = kind + "." + thing;
    return words.getString(words.containsKey(own) ? own : kind + ".other");
  }

  /** Returns all phrases with a prefix, by the rest of their names with underscores. */
  public Map<String, String> all(String prefix) {
    return words.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(
            Collectors.toMap(
                key -> key.substring(prefix.length()).replace('-', '_').replace('.', '_'),
                words::getString));
  }

  /** Returns {@code key.one} for one, otherwise {@code key} with its number. */
  public String count(String key, long count) {
    return count == 1 ? say(key + ".one") : fill(say(key), Map.of("count", Long.toString(count)));
  }

  /**
   * Says how long something lasts.
   *
   * @param minutes in hours from two hours on
   */
  public String lasting(long minutes) {
    return minutes < 2 * HOUR ? count("minutes", minutes) : count("hours", minutes / HOUR);
  }

  /**
   * Returns a title in this language.
   *
   * @param spanish absent if there is none; the English title is then marked as such
   */
  public String title(String english, Optional<String> spanish) {
    return spanish
        .filter(title -> locale.getLanguage().equals("es"))
        .orElseGet(() -> fill(say("in-english"), Map.of("title", english)));
  }

  /** Fills each {@code {name}} in a single pass: placeholders in values are not filled. */
  public String fill(String phrase, Map<String, String> values) {
    return NAME.matcher(phrase)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }
}
