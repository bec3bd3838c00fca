package hallmonitor.settings.escalation;

import hallmonitor.settings.yaml.YamlMapping;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the duties of escalation.yaml. */
final class DutiesReader {
  private static final int MOST_DAYS = 365;

  private DutiesReader() {}

  static Duty read(YamlMapping m, Set<String> taken) {
    m.allow(
        "id",
        "categories",
        "title",
        "text",
        "source",
        "each-person",
        "start",
        "within",
        "business-days",
        "fields",
        "in-notice");
    String id = m.text("id");
    if (!id.isEmpty() && !taken.add(id)) {
      m.problem("id", "'" + id + "' is used twice");
    }
    if (m.has("within") && m.has("business-days")) {
      m.problem("business-days", "a duty runs either 'within' a time or for 'business-days'");
    }
    boolean eachPerson = m.flag("each-person", false);
    Duty.Start start = m.oneOf("start", Duty.Start.class, Duty.Start.KNOWN);
    if (eachPerson && start != Duty.Start.KNOWN) {
      m.problem("start", "what each person must do starts when that person knows: 'known'");
    }
    List<String> categories = m.texts("categories", EscalationFile::notACategory);
    if (categories.isEmpty()) {
      m.problem("categories", "name at least one category");
    }
    return new Duty(
        id,
        Set.copyOf(categories),
        words(m, "title"),
        words(m, "text"),
        m.text("source", ""),
        eachPerson,
        start,
        m.has("within")
            ? Optional.of(m.duration("within", Duration.ofHours(24)))
            : Optional.empty(),
        m.has("business-days")
            ? Optional.of(m.wholeNumber("business-days", 5, 1, MOST_DAYS))
            : Optional.empty(),
        m.texts("fields"),
        m.flag("in-notice", false));
  }

  static Map<String, String> words(YamlMapping m, String key) {
    Map<String, String> words = new HashMap<>();
    Optional<YamlMapping> byLanguage = m.mapping(key);
    if (byLanguage.isEmpty()) {
      m.problem(key, "'" + key + "' is missing; write it as { en: ..., es: ... }");
      return words;
    }
    byLanguage.get().allow("en", "es");
    words.put("en", byLanguage.get().text("en"));
    byLanguage.get().optionalText("es").ifPresent(text -> words.put("es", text));
    return words;
  }
}
