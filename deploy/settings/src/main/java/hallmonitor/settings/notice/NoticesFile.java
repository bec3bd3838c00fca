package hallmonitor.settings.notice;

import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.notice.NoticeTexts.Category;
import hallmonitor.settings.yaml.Placeholders;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads notices.yaml, which is optional. */
public final class NoticesFile {
  public static final String NAME = "notices.yaml";

  /** Placeholders of a subject: the urgency, the topic, the building. */
  public static final Set<String> IN_SUBJECT = Set.of("label", "what", "where");

  /** Placeholders of a footer. */
  public static final Set<String> IN_FOOTER = Set.of("role", "where", "clause", "title");

  private static final int LONGEST_LINE = 120;
  private static final int LONGEST_TEXT = 600;

  private static final NoticeTexts NOTHING = new NoticeTexts(Map.of(), Map.of(), Map.of());
  private static final NoticeTexts SHIPPED = YamlFile.read(NAME, shipped(), m -> texts(m, NOTHING));

  private NoticesFile() {}

  /**
   * Reads the file. Missing parts keep their shipped text.
   *
   * @param text blank if there is no such file
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static NoticeTexts read(String text) {
    return text.isBlank() ? SHIPPED : YamlFile.read(NAME, text, m -> texts(m, SHIPPED));
  }

  /** Returns the shipped file. */
  public static String shipped() {
    return YamlFile.shipped(NoticesFile.class, NAME);
  }

  private static NoticeTexts texts(YamlMapping root, NoticeTexts otherwise) {
    root.allow("subject", "footer", "categories");
    Map<String, Category> categories = new HashMap<>(otherwise.categories());
    root.mapping("categories").ifPresent(all -> categories(all, categories));
    return new NoticeTexts(
        translations(root, "subject", IN_SUBJECT, LONGEST_LINE).orElse(otherwise.subject()),
        translations(root, "footer", IN_FOOTER, LONGEST_TEXT).orElse(otherwise.footer()),
        categories);
  }

  private static void categories(YamlMapping all, Map<String, Category> known) {
    Set<String> names = new TreeSet<>(EscalationFile.CATEGORIES);
    names.add(NoticeTexts.OTHER);
    all.allow(names.toArray(String[]::new));
    for (String name : all.keys()) {
      YamlMapping own = all.mapping(name).orElseThrow();
      own.allow("what", "todo");
      Category before = known.getOrDefault(name, new Category(Map.of(), Map.of()));
      known.put(
          name,
          new Category(
              translations(own, "what", Set.of(), LONGEST_LINE).orElse(before.what()),
              translations(own, "todo", Set.of(), LONGEST_TEXT).orElse(before.todo())));
    }
  }

  private static Optional<Map<String, String>> translations(
      YamlMapping at, String key, Set<String> places, int longest) {
    return at.mapping(key)
        .map(
            byLanguage -> {
              byLanguage.allow("en", "es");
              Map<String, String> words = new HashMap<>();
              words.put("en", line(byLanguage, "en", byLanguage.text("en"), places, longest));
              if (byLanguage.has("es")) {
                words.put("es", line(byLanguage, "es", byLanguage.text("es"), places, longest));
              }
              return words;
            });
  }

  private static String line(
      YamlMapping at, String language, String text, Set<String> places, int longest) {
    if (text.length() > longest) {
      at.problem(language, "the text is longer than " + longest + " characters");
    }
    Placeholders.check(at, language, text, places);
    return text.replaceAll("\\s+", " ");
  }
}
