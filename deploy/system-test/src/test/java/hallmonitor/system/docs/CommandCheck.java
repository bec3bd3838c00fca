package hallmonitor.system.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks that every command in a document can be run as written, and that something runs it. */
final class CommandCheck {
  private final MavenCommand maven;
  private final ScriptCommand script;
  private final CommandRuns runs;

  CommandCheck(Path root, CommandRuns runs) {
    this.maven = new MavenCommand(root);
    this.script = new ScriptCommand(root);
    this.runs = runs;
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
    List<String> problems = new ArrayList<>();
    if (first.equals("mvn")) {
      problems.addAll(maven.problems(command.words()));
    } else if (first.startsWith("deploy/") || first.startsWith(".ci/")) {
      problems.addAll(script.problems(command.words()));
    }
    runs.problem(command).ifPresent(problems::add);
    return problems;
  }
}
