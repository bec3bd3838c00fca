package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy being edited, exactly as written, right or wrong.
 *
 * @param words in addition to the shipped lists
 */
public record WrittenPolicy(String title, NamedWords words, List<WrittenClause> clauses) {
  public WrittenPolicy {
    title = WrittenClause.onOneLine(title);
    clauses = List.copyOf(clauses);
  }

  /** Returns empty if the text is not YAML; then only its lines are known. */
  public static Optional<WrittenPolicy> of(String text) {
    return YamlFile.outline(text, WrittenPolicy::of);
  }

  private static WrittenPolicy of(YamlMapping root) {
    Optional<YamlMapping> words = root.mapping("words");
    return new WrittenPolicy(
        root.text("title", ""),
        words
            .map(w -> new NamedWords(w.texts("profanity"), w.texts("doubtful"), w.texts("allowed")))
            .orElse(NamedWords.NONE),
        root.list("clauses", WrittenClause::of));
  }

  WrittenPolicy titled(String newTitle) {
    return new WrittenPolicy(newTitle, words, clauses);
  }

  WrittenPolicy naming(NamedWords newWords) {
    return new WrittenPolicy(title, newWords, clauses);
  }

  WrittenPolicy with(int index, WrittenClause clause) {
    List<WrittenClause> changed = new ArrayList<>(clauses);
    changed.set(index, clause);
    return new WrittenPolicy(title, words, changed);
  }

  WrittenPolicy adding(int index, WrittenClause clause) {
    List<WrittenClause> changed = new ArrayList<>(clauses);
    changed.add(index, clause);
    return new WrittenPolicy(title, words, changed);
  }

  WrittenPolicy without(int index) {
    List<WrittenClause> changed = new ArrayList<>(clauses);
    changed.remove(index);
    return new WrittenPolicy(title, words, changed);
  }

  /** Returns whether both say the same, ignoring places. */
  boolean saysTheSameAs(WrittenPolicy other) {
    return anywhere().equals(other.anywhere());
  }

  private WrittenPolicy anywhere() {
    return new WrittenPolicy(title, words, clauses.stream().map(WrittenClause::anywhere).toList());
  }
}
