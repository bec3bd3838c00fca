package hallmonitor.moderation.console.appeal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the public form in English and Spanish. */
final class AppealWords {
  private static final Map<String, AppealWords> ALL =
      Map.of("en", new AppealWords("en"), "es", new AppealWords("es"));

  private final Map<String, String> words;

  private AppealWords(String language) {
    Properties properties = new Properties();
    String file = "/appeal/words_" + language + ".properties";
    try (var in = Objects.requireNonNull(AppealWords.class.getResourceAsStream(file), file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.words =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
  }

  static AppealWords in(String language) {
    return Objects.requireNonNull(ALL.get(language), language);
  }

  /** Returns the names of all words, which every language has. */
  java.util.Set<String> names() {
    return words.keySet();
  }

  String get(String name) {
    return Objects.requireNonNull(words.get(name), name);
  }

  /**
   * Chooses the language.
   *
   * @param asked from the form or the address; null for neither
   * @param accepted the browser's Accept-Language; null for none
   * @return {@code en} or {@code es}
   */
  static String language(@Nullable String asked, @Nullable String accepted) {
    String wanted = asked != null ? asked : accepted == null ? "" : accepted;
    return wanted.strip().toLowerCase(java.util.Locale.ROOT).startsWith("es") ? "es" : "en";
  }
}
