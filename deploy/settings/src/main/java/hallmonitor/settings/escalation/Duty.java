package hallmonitor.settings.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What law, policy or safety requires once something is known.
 *
 * @param id unique in the file
 * @param title by language, a few words
 * @param text by language, what must be done
 * @param source statute or rule; may be empty for a district's own
 * @param eachPerson whether everyone who knows must do it; otherwise the building's administration
 * @param start what starts its clock
 * @param within absent if it has no clock
 * @param businessDays instead of {@code within}
 * @param fields what is filled in, such as {@code called-at}
 * @param inNotice whether notices show its text first
 */
public record Duty(
    String id,
    Set<String> categories,
    Map<String, String> title,
    Map<String, String> text,
    String source,
    boolean eachPerson,
    Start start,
    Optional<Duration> within,
    Optional<Integer> businessDays,
    List<String> fields,
    boolean inNotice) {
  public enum Start {
    /** When the escalation is received. */
    ESCALATED,
    /** When someone first opens the case or answers. */
    KNOWN
  }

  public Duty {
    Objects.requireNonNull(id, "id");
    categories = Set.copyOf(categories);
    title = Map.copyOf(title);
    text = Map.copyOf(text);
    fields = List.copyOf(fields);
  }

  /** Returns whether it has a time limit. */
  public boolean hasClock() {
    return within.isPresent() || businessDays.isPresent();
  }

  /**
   * Returns when it is due.
   *
   * @throws java.util.NoSuchElementException for a duty without a clock
   */
  public Instant dueAt(Instant started, BusinessDays days) {
    return within
        .map(started::plus)
        .orElseGet(() -> days.after(started, businessDays.orElseThrow()));
  }

  public String title(String language) {
    return inLanguage(title, language);
  }

  public String text(String language) {
    return inLanguage(text, language);
  }

  private static String inLanguage(Map<String, String> words, String language) {
    return words.getOrDefault(language, words.getOrDefault("en", ""));
  }
}
