package hallmonitor.moderation.policy.file;

import hallmonitor.settings.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a clause being edited, exactly as written, right or wrong.
 *
 * @param lane of a review; empty if not written
 * @param escalates whether roles are notified
 * @param roles who is notified
 * @param urgency how soon they must act; empty if not written
 */
public record WrittenConsequence(
    boolean hide,
    boolean review,
    String lane,
    boolean strike,
    boolean escalates,
    List<String> roles,
    String urgency) {
  /** A review, and nothing else. */
  public static final WrittenConsequence REVIEW =
      new WrittenConsequence(false, true, "", false, false, List.of(), "");

  public WrittenConsequence {
    roles = List.copyOf(roles);
  }

  static WrittenConsequence of(Optional<YamlMapping> then) {
    Optional<YamlMapping> escalate = then.flatMap(t -> t.mapping("escalate"));
    return new WrittenConsequence(
        flag(then, "hide"),
        flag(then, "review"),
        then.map(t -> t.text("lane", "")).orElse(""),
        flag(then, "strike"),
        escalate.isPresent(),
        escalate.map(e -> e.texts("to")).orElse(List.of()),
        escalate.map(e -> e.text("urgency", "")).orElse(""));
  }

  private static boolean flag(Optional<YamlMapping> then, String key) {
    return then.map(t -> t.text(key, "")).orElse("").equals("true");
  }
}
