package hallmonitor.settings.notice;

import java.util.Map;

/**
 * notices.yaml: what a district words itself in its notices; each text by language, English always
 * among them.
 *
 * @param subject with {@link #IN_SUBJECT}
 * @param footer with {@link #IN_FOOTER}
 * @param categories by the category's name; {@code other} for all without texts of their own
 */
public record NoticeTexts(
    Map<String, String> subject, Map<String, String> footer, Map<String, Category> categories) {
  /** What stands in for a category without texts of its own. */
  public static final String OTHER = "other";

  /**
   * @param what a few words; empty where {@link #OTHER}'s hold
   * @param todo what to do now; empty where {@link #OTHER}'s hold
   */
  public record Category(Map<String, String> what, Map<String, String> todo) {
    public Category {
      what = Map.copyOf(what);
      todo = Map.copyOf(todo);
    }
  }

  private static final Category NOTHING = new Category(Map.of(), Map.of());

  public NoticeTexts {
    subject = Map.copyOf(subject);
    footer = Map.copyOf(footer);
    categories = Map.copyOf(categories);
  }

  public String subject(String language) {
    return inLanguage(subject, language);
  }

  public String footer(String language) {
    return inLanguage(footer, language);
  }

  public String what(String category, String language) {
    Map<String, String> own = categories.getOrDefault(category, NOTHING).what();
    return inLanguage(own.isEmpty() ? categories.get(OTHER).what() : own, language);
  }

  public String todo(String category, String language) {
    Map<String, String> own = categories.getOrDefault(category, NOTHING).todo();
    return inLanguage(own.isEmpty() ? categories.get(OTHER).todo() : own, language);
  }

  private static String inLanguage(Map<String, String> words, String language) {
    return words.getOrDefault(language, words.get("en"));
  }
}
