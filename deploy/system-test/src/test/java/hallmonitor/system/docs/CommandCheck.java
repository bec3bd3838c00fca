package hallmonitor.system.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that every command in a document can be run as written. */
final class CommandCheck {
  private final MavenCommand maven;
  private final ScriptCommand script;
  private final Map<String, String> allowed;

  /**
   * Creates a check.
   *
   * @param allowed prefixes of other commands, and why a document may have them
   */
  CommandCheck(Path root, Map<String, String> allowed) {
    this.maven = new MavenCommand(root);
    this.script = new ScriptCommand(root);
    this.allowed = Map.copyOf(allowed);
  }

  /** Returns every command that cannot be run, and every block without a language. */
  List<String> problems(List<MarkdownFile> documents) {
    return documents.stream().flatMap(d -> problemsIn(d).stream()).toList();
  }

  private List<String> problemsIn(MarkdownFile document) {
    List<String> problems = new ArrayList<>();
    for (MarkdownFile.Block block : document.blocks()) {
      if (block.language().isEmpty()) {
        problems.add(
            document.at(block.number())
                + " opens a block without a language: write sh for commands, text for the rest");
      }
    }
    for (CommandLines.Command command : CommandLines.of(document)) {
      for (String problem : problems(command)) {
        problems.add(document.at(command.number()) + " " + command.text() + ": " + problem);
      }
    }
    return problems;
  }

  private List<String> problems(CommandLines.Command command) {
    String first = command.words().get(0);
    if (first.equals("mvn")) {
      return maven.problems(command.words());
    }
    if (first.startsWith("deploy/") || first.startsWith(".ci/")) {
      return script.problems(command.words());
    }
    return allowed.keySet().stream().anyMatch(command.text()::startsWith)
        ? List.of()
        : List.of("nothing checks this; allow it in DocumentCommandsTest with a reason");
  }
}
