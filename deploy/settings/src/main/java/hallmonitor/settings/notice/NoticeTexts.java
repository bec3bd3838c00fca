package hallmonitor.settings.notice;

import java.util.Map;
import java.util.Objects;

/**
 * notices.yaml: a district's own texts in notices, by language; English is always present.
 *
 * @param subject with {@link NoticesFile#IN_SUBJECT}
 * @param footer with {@link NoticesFile#IN_FOOTER}
 * @param categories by category name; {@code other} for all without texts of their own
 */
public record NoticeTexts(
    Map<String, String> subject, Map<String, String> footer, Map<String, Category> categories) {
  /** The default for categories without texts of their own. */
  public static final String OTHER = "other";

  /**
   * The texts of a category.
   *
   * @param what a few words; empty to use those of {@link #OTHER}
   * @param todo what to do now; empty to use that of {@link #OTHER}
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
    return inLanguage(own.isEmpty() ? other().what() : own, language);
  }

  public String todo(String category, String language) {
    Map<String, String> own = categories.getOrDefault(category, NOTHING).todo();
    return inLanguage(own.isEmpty() ? other().todo() : own, language);
  }

  private Category other() {
    return Objects.requireNonNull(categories.get(OTHER), OTHER);
  }

  private static String inLanguage(Map<String, String> words, String language) {
    String english = Objects.requireNonNull(words.get("en"), "English words");
    return words.getOrDefault(language, english);
  }
}
