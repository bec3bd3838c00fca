package hallmonitor.moderation.policy.file;

import hallmonitor.settings.yaml.YamlMapping;
import hallmonitor.settings.yaml.YamlMapping.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clause being edited, exactly as written, right or wrong.
 *
 * @param spanishTitle empty if there is none
 * @param spanishWording empty if there is none
 * @param when the conditions; any one is enough
 * @param then what follows
 * @param at place of its first character
 * @param fields places of its fields, by form field name such as {@code at-least-0}
 */
public record WrittenClause(
    String id,
    String title,
    String spanishTitle,
    String wording,
    String spanishWording,
    List<Condition> when,
    WrittenConsequence then,
    Place at,
    Map<Place, String> fields) {
  private static final Place NOWHERE = new Place(0, 0);

  /** A condition as written; fields that are not written are empty. */
  public record Condition(String category, String atLeast, List<String> accounts, String strikes) {
    public Condition {
      accounts = List.copyOf(accounts);
    }
  }

  public WrittenClause {
    title = onOneLine(title);
    spanishTitle = onOneLine(spanishTitle);
    wording = onOneLine(wording);
    spanishWording = onOneLine(spanishWording);
    when = List.copyOf(when);
    fields = Map.copyOf(fields);
  }

  /** Creates a clause from a form. */
  public WrittenClause(
      String id,
      String title,
      String spanishTitle,
      String wording,
      String spanishWording,
      List<Condition> when,
      WrittenConsequence then) {
    this(id, title, spanishTitle, wording, spanishWording, when, then, NOWHERE, Map.of());
  }

  static WrittenClause of(YamlMapping m) {
    Map<Place, String> fields = new LinkedHashMap<>();
    List<Condition> when = new ArrayList<>();
    m.list("when", c -> when.add(condition(c, when.size(), fields)));
    Optional<YamlMapping> then = m.mapping("then");
    then.flatMap(t -> t.mapping("escalate")).ifPresent(e -> note(fields, e, "to", "urgency"));
    then.ifPresent(t -> note(fields, t, "hide", "review", "lane", "strike"));
    note(fields, m, "id", "title", "title-es", "wording", "wording-es", "when", "then");
    return new WrittenClause(
        m.text("id", ""),
        m.text("title", ""),
        m.text("title-es", ""),
        m.text("wording", ""),
        m.text("wording-es", ""),
        when,
        WrittenConsequence.of(then),
        m.place(),
        fields);
  }

  private static Condition condition(YamlMapping m, int index, Map<Place, String> fields) {
    for (String key : List.of("category", "at-least", "accounts", "strikes")) {
      fields.putIfAbsent(m.place(key), key + "-" + index);
    }
    return new Condition(
        m.text("category", ""), m.text("at-least", ""), m.texts("accounts"), m.text("strikes", ""));
  }

  private static void note(Map<Place, String> fields, YamlMapping m, String... keys) {
    for (String key : keys) {
      fields.putIfAbsent(m.place(key), key);
    }
  }

  static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Returns a copy without places, for comparison. */
  WrittenClause anywhere() {
    return new WrittenClause(id, title, spanishTitle, wording, spanishWording, when, then);
  }
}
