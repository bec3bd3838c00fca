package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.PostRules;
import hallmonitor.moderation.casework.PostRules.Topic;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code posts} of decisions.yaml. */
final class PostRulesSection {
  private static final List<String> ROLES =
      Arrays.stream(District.Role.values()).map(YamlMapping::nameOf).toList();

  private PostRulesSection() {}

  static PostRules read(YamlMapping m) {
    m.allow("approval", "guidance");
    return new PostRules(
        m.has("approval") ? roles(m, "approval") : PostRules.ROLES,
        m.list("guidance", PostRulesSection::topic));
  }

  private static Topic topic(YamlMapping m) {
    m.allow("topic", "topic-es", "words", "ask");
    List<String> words = m.texts("words");
    if (words.isEmpty()) {
      m.problem("words", "name at least one word or phrase of the topic");
    }
    return new Topic(
        m.text("topic"),
        m.text("topic-es", ""),
        words,
        m.has("ask") ? roles(m, "ask") : PostRules.ROLES);
  }

  private static List<String> roles(YamlMapping m, String key) {
    List<String> roles = m.texts(key, PostRulesSection::noRole);
    if (roles.isEmpty()) {
      m.problem(key, "name at least one role that approves");
    }
    return roles;
  }

  private static Optional<String> noRole(String role) {
    return ROLES.contains(role)
        ? Optional.empty()
        : Optional.of("there is no role '" + role + "'; known are " + String.join(", ", ROLES));
  }
}
