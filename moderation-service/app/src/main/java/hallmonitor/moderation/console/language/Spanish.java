package hallmonitor.moderation.console.language;

import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The console's Spanish, from the files in {@code /spanish}: template segments by page, sentences
 * of the program, reasons of the rules, and codes.
 */
public final class Spanish {
  /** The group of segments with the same translation on every page. */
  static final String EVERYWHERE = "everywhere";

  private static final Spanish SHIPPED = new Spanish();

  private final Map<String, Map<String, String>> pages = groups("pages");
  private final Map<String, String> sentences = flat(groups("sentences"));
  private final Map<String, String> reasons = flat(groups("reasons"));
  private final Map<String, String> codes = flat(groups("codes"));

  private Spanish() {}

  static Spanish shipped() {
    return SHIPPED;
  }

  /**
   * Returns a segment as defined in {@link Bilingual}.
   *
   * @param page the template's path below the console's folder, without extension
   */
  Optional<String> segment(String page, String english) {
    return Optional.ofNullable(pages.getOrDefault(page, Map.of()).get(english))
        .or(() -> Optional.ofNullable(pages.getOrDefault(EVERYWHERE, Map.of()).get(english)));
  }

  /** Returns the English if there is no Spanish, which the tests exclude. */
  String sentence(String english) {
    return sentences.getOrDefault(english, reasons.getOrDefault(english, english));
  }

  /** Returns a code of the database, such as {@code hide-ordered}, as the start of a line. */
  Optional<String> code(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  Map<String, Map<String, String>> pages() {
    return pages;
  }

  Map<String, String> sentences() {
    return sentences;
  }

  Map<String, String> reasons() {
    return reasons;
  }

  Map<String, String> codes() {
    return codes;
  }

  private static Map<String, Map<String, String>> groups(String name) {
    String file = "/spanish/" + name + ".yaml";
    try (var in = Objects.requireNonNull(Spanish.class.getResourceAsStream(file), file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlFile.read(file, text, root -> each(root, group -> texts(root, group)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(YamlMapping root, String group) {
    return root.mapping(group).map(of -> each(of, of::text)).orElse(Map.of());
  }

  private static <T> Map<String, T> each(YamlMapping mapping, Function<String, T> value) {
    return mapping.keys().stream().collect(Collectors.toUnmodifiableMap(key -> key, value));
  }

  /**
   * Merges groups.
   *
   * @throws IllegalStateException if two groups have the same key
   */
  private static Map<String, String> flat(Map<String, Map<String, String>> groups) {
    return groups.values().stream()
        .flatMap(group -> group.entrySet().stream())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
