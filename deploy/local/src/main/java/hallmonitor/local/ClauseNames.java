package hallmonitor.local;

import hallmonitor.settings.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Numbers and titles of the clauses in policy.yaml, which people may change at any time. */
final class ClauseNames {
  private record Titled(String id, String english, String spanish) {
    String in(String language) {
      return language.equals("es") && !spanish.isBlank() ? spanish : english;
    }
  }

  private final Path policy;
  private Optional<FileTime> read = Optional.empty();
  private Map<String, Titled> titles = Map.of();

  ClauseNames(Path policy) {
    this.policy = policy;
  }

  /**
   * Returns a clause such as {@code 3.1 Threats}; without the title if the file cannot be read now.
   *
   * @param language {@code es} for the Spanish title, where there is one
   */
  String of(String clause, String language) {
    try {
      FileTime changed = Files.getLastModifiedTime(policy);
      if (!read.equals(Optional.of(changed))) {
        titles = titles(Files.readString(policy));
        read = Optional.of(changed);
      }
    } catch (IOException e) {
      titles = Map.of();
    }
    Titled titled = titles.get(clause);
    return titled == null ? clause : (clause + " " + titled.in(language)).strip();
  }

  private static Map<String, Titled> titles(String text) {
    return YamlFile.outline(
            text,
            root ->
                root.list(
                    "clauses",
                    m -> new Titled(m.text("id", ""), m.text("title", ""), m.text("title-es", ""))))
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(Titled::id, Function.identity(), (first, again) -> first));
  }
}
