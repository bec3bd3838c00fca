package hallmonitor.moderation.policy.file;

import hallmonitor.contract.yaml.YamlFile;
import hallmonitor.contract.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy as it stands in a file that somebody is at work on: what they wrote, right or wrong.
 *
 * @param profanity words that count as profanity beside the lists that ship
 * @param allowed words that the lists never hold against anybody
 */
public record WrittenPolicy(
    String title, List<String> profanity, List<String> allowed, List<WrittenClause> clauses) {
  public WrittenPolicy {
    title = WrittenClause.onOneLine(title);
    profanity = List.copyOf(profanity);
    allowed = List.copyOf(allowed);
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
        words.map(w -> w.texts("profanity")).orElse(List.of()),
        words.map(w -> w.texts("allowed")).orElse(List.of()),
        root.list("clauses", WrittenClause::of));
  }

  WrittenPolicy titled(String newTitle) {
    return new WrittenPolicy(newTitle, profanity, allowed, clauses);
  }

  WrittenPolicy naming(List<String> newProfanity, List<String> newAllowed) {
    return new WrittenPolicy(title, newProfanity, newAllowed, clauses);
  }

  WrittenPolicy with(int index, WrittenClause clause) {
    List<WrittenClause> changed = new ArrayList<>(clauses);
    changed.set(index, clause);
    return new WrittenPolicy(title, profanity, allowed, changed);
  }

  WrittenPolicy adding(int index, WrittenClause clause) {
    List<WrittenClause> changed = new ArrayList<>(clauses);
    changed.add(index, clause);
    return new WrittenPolicy(title, profanity, allowed, changed);
  }

  WrittenPolicy without(int index) {
    List<WrittenClause> changed = new ArrayList<>(clauses);
    changed.remove(index);
    return new WrittenPolicy(title, profanity, allowed, changed);
  }

  /** Whether both say the same, wherever it stands. */
  boolean saysTheSameAs(WrittenPolicy other) {
    return anywhere().equals(other.anywhere());
  }

  private WrittenPolicy anywhere() {
    return new WrittenPolicy(
        title, profanity, allowed, clauses.stream().map(WrittenClause::anywhere).toList());
  }
}
