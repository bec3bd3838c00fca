package hallmonitor.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that every command in a document can be run as written. */
class DocumentCommandsTest {
  /**
   * Prefixes of commands that are neither Maven nor one of the project's scripts, and why they are
   * allowed.
   */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry("java -jar deploy/local/target/hall-monitor.jar ", "mvn -Pup builds this jar"),
          Map.entry("chmod 600 ", "file modes of secrets are the operating system's"),
          Map.entry("psql ", "PostgreSQL's client, for a database of the district's own"));

  @TempDir private Path folder;

  @Test
  void everyCommandIsKnown() {
    Path root = MarkdownFile.repository();

    assertThat(new CommandCheck(root, ALLOWED).problems(MarkdownFile.in(root))).isEmpty();
  }

  @Test
  void noReasonIsLeftOverForACommandThatNoDocumentHas() {
    List<String> commands =
        MarkdownFile.in(MarkdownFile.repository()).stream()
            .flatMap(document -> CommandLines.of(document).stream())
            .map(CommandLines.Command::text)
            .toList();

    assertThat(ALLOWED.keySet())
        .allSatisfy(begins -> assertThat(commands).anyMatch(c -> c.startsWith(begins)));
  }

  @Test
  void aCommandThatCannotBeGivenIsNamedByFileAndLine() throws IOException {
    write("pom.xml", "<profile><id>up</id></profile><up.args/>");
    write("module/pom.xml", "");
    write("module/src/test/java/a/GoodTest.java", "Integer.getInteger(\"rounds\")");
    write("module/src/main/java/hallmonitor/a/Tool.java", "case \"--inner\" ->");
    write("deploy/tool", "#!/bin/sh", "# deploy/tool [--outer]", "exec java hallmonitor.a.Tool");
    assertThat(folder.resolve("deploy/tool").toFile().setExecutable(true)).isTrue();
    write(
        "README.md",
        "```sh",
        "mvn -Pup -Dup.args=x   # fine",
        "mvn -q -pl module test -Dtest=GoodTest -Drounds=3",
        "mvn -Pdown deploy",
        "mvn -pl gone -am test -Dtest=GoneTest -Dnothing=1",
        "DATA=x deploy/tool --outer=1 --inner && deploy/gone",
        "deploy/tool --outer \"a; b | c && d # --gone\"",
        "deploy/tool --out \\",
        "  --other",
        "allowed here",
        "rm -rf /",
        "```",
        "```console",
        "$ deploy/tool --gone",
        "output --whatever",
        "```",
        "```",
        "anything",
        "```",
        "Give `deploy/tool --inner`, `deploy/tool`, or `deploy/tool",
        "--inmost`.");

    assertThat(
            new CommandCheck(folder, Map.of("allowed ", "a test"))
                .problems(MarkdownFile.in(folder)))
        .containsExactly(
            "README.md:17 opens a block without a language: write sh for commands, text for the rest",
            "README.md:4 mvn -Pdown deploy: there is no profile 'down'",
            "README.md:4 mvn -Pdown deploy: 'deploy' is no goal or option known to DocumentCommandsTest",
            "README.md:5 mvn -pl gone -am test -Dtest=GoneTest -Dnothing=1: there is no module 'gone'",
            "README.md:5 mvn -pl gone -am test -Dtest=GoneTest -Dnothing=1: there is no test GoneTest",
            "README.md:5 mvn -pl gone -am test -Dtest=GoneTest -Dnothing=1: nothing reads the property 'nothing'",
            "README.md:5 mvn -pl gone -am test -Dtest=GoneTest -Dnothing=1: the modules before it lack that test: add -Dsurefire.failIfNoSpecifiedTests=false",
            "README.md:6 deploy/gone: there is no script deploy/gone",
            "README.md:9 deploy/tool --out --other: deploy/tool has no option --out",
            "README.md:9 deploy/tool --out --other: deploy/tool has no option --other",
            "README.md:11 rm -rf /: nothing checks this; allow it in DocumentCommandsTest with a reason",
            "README.md:14 deploy/tool --gone: deploy/tool has no option --gone",
            "README.md:20 deploy/tool --inmost: deploy/tool has no option --inmost");
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
