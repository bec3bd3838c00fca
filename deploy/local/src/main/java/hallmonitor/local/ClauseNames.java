package hallmonitor.local;

import hallmonitor.settings.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers and titles of the clauses in policy.yaml, which people may change at any time. */
final class ClauseNames {
  private record Titled(String id, String title) {}

  private final Path policy;
  private Optional<FileTime> read = Optional.empty();
  private Map<String, String> titles = Map.of();

  ClauseNames(Path policy) {
    this.policy = policy;
  }

  /**
   * Returns a clause such as {@code 3.1 Threats}; without the title if the file cannot be read now.
   */
  String of(String clause) {
    try {
      FileTime changed = Files.getLastModifiedTime(policy);
      if (!read.equals(Optional.of(changed))) {
        titles = titles(Files.readString(policy));
        read = Optional.of(changed);
      }
    } catch (IOException e) {
      titles = Map.of();
    }
    return (clause + " " + titles.getOrDefault(clause, "")).strip();
  }

  private static Map<String, String> titles(String text) {
    return YamlFile.outline(
            text,
            root -> root.list("clauses", m -> new Titled(m.text("id", ""), m.text("title", ""))))
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(Titled::id, Titled::title, (first, again) -> first));
  }
}
