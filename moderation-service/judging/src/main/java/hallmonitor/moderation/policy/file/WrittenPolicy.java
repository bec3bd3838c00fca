package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy as it stands in a file that somebody is at work on: what they wrote, right or wrong.
 *
 * @param words beside the lists that ship
 */
public record WrittenPolicy(String title, NamedWords words, List<WrittenClause> clauses) {
  public WrittenPolicy {
    title = WrittenClause.onOneLine(title);
    clauses = List.copyOf(clauses);
  }

  /** Empty for a text that is no YAML: then there are only its lines. */
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

  /** Whether both say the same, wherever it stands. */
  boolean saysTheSameAs(WrittenPolicy other) {
    return anywhere().equals(other.anywhere());
  }

  private WrittenPolicy anywhere() {
    return new WrittenPolicy(title, words, clauses.stream().map(WrittenClause::anywhere).toList());
  }
}
