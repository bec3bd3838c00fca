package hallmonitor.moderation.console.appeal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a public form in English or Spanish. */
public final class FormWords {
  private static final Map<String, FormWords> ALL = new ConcurrentHashMap<>();

  private final Map<String, String> words;

  private FormWords(String file) {
    Properties properties = new Properties();
    try (var in = Objects.requireNonNull(FormWords.class.getResourceAsStream(file), file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.words =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
  }

  /**
   * Returns the words.
   *
   * @param folder of the form's files
   * @param language {@code en} or {@code es}
   */
  public static FormWords in(String folder, String language) {
    return ALL.computeIfAbsent("/" + folder + "/words_" + language + ".properties", FormWords::new);
  }

  public String get(String name) {
    return Objects.requireNonNull(words.get(name), name);
  }

  /**
   * Chooses the language.
   *
   * @param asked from the form or the address; null for neither
   * @param accepted the browser's Accept-Language; null for none
   * @return {@code en} or {@code es}
   */
  public static String language(@Nullable String asked, @Nullable String accepted) {
    String wanted = asked != null ? asked : accepted == null ? "" : accepted;
    return wanted.strip().toLowerCase(Locale.ROOT).startsWith("es") ? "es" : "en";
  }
}
