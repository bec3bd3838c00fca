package hallmonitor.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that every command in a document can be run as written, and that something runs it. */
class DocumentCommandsTest {
  @TempDir private Path folder;

  @Test
  void everyCommandCanBeGivenAndSomebodyRunsIt() {
    Path root = MarkdownFile.repository();

    assertThat(new CommandCheck(root, CommandRuns.of(root)).problems(MarkdownFile.in(root)))
        .isEmpty();
  }

  @Test
  void nobodyIsNamedForACommandThatNoDocumentHas() {
    Path root = MarkdownFile.repository();
    List<CommandLines.Command> commands =
        MarkdownFile.in(root).stream().flatMap(d -> CommandLines.of(d).stream()).toList();

    assertThat(CommandRuns.of(root).unused(commands)).isEmpty();
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
            new CommandCheck(folder, runs("mvn", "deploy/tool", "deploy/gone", "allowed"))
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
            "README.md:11 rm -rf /: nothing runs this; say in command-runs.txt who does, or why nobody",
            "README.md:14 deploy/tool --gone: deploy/tool has no option --gone",
            "README.md:20 deploy/tool --inmost: deploy/tool has no option --inmost");
  }

  /** A list that says that no one runs any of these commands. */
  private CommandRuns runs(String... begin) {
    return new CommandRuns(folder, String.join("  nobody: a test\n", begin) + "  nobody: a test");
  }

  @Test
  void aCommandThatNobodyRunsIsNamedByFileAndLine() throws IOException {
    write("pom.xml", "<profile><id>up</id></profile>");
    write("module/pom.xml", "");
    write("module/src/test/java/a/GoodTest.java", "run(\"verify\", \"--key\", \"x\")");
    write("module/src/test/java/a/Sweep.java", "");
    write(".ci/run", "mvn -B verify");
    write("deploy/tool", "#!/bin/sh", "# deploy/tool [--key] [--out]");
    assertThat(folder.resolve("deploy/tool").toFile().setExecutable(true)).isTrue();
    write(
        "README.md",
        "```sh",
        "mvn verify",
        "mvn -Pup",
        "mvn -pl module test",
        "mvn -pl module test -Dtest=Sweep",
        "deploy/tool verify --key=K DIR",
        "deploy/tool verify --out FILE",
        "deploy/tool package --key K",
        "```");
    String list =
        """
        # a remark
        mvn verify  .ci/run
        mvn -Pup  .ci/run
        mvn -pl  mvn verify
        deploy/tool  GoodTest
        deploy/tool verify  GoodTest
        unused  nobody: a test
        """;

    CommandRuns runs = new CommandRuns(folder, list);
    List<MarkdownFile> documents = MarkdownFile.in(folder);

    assertThat(new CommandCheck(folder, runs).problems(documents))
        .containsExactly(
            "README.md:3 mvn -Pup: .ci/run does not run it",
            "README.md:5 mvn -pl module test -Dtest=Sweep: mvn verify does not run it",
            "README.md:7 deploy/tool verify --out FILE: GoodTest does not run it",
            "README.md:8 deploy/tool package --key K: GoodTest does not run it");
    assertThat(runs.unused(CommandLines.of(documents.get(0))))
        .extracting(CommandRuns.Entry::begins)
        .containsExactly("unused");
  }

  @Test
  void anExampleShowsPartsOfAnAnswer() throws IOException {
    write(
        "README.md",
        "```console",
        "$ deploy/tool one",
        "first ... 3 words",
        "second",
        "  $ deploy/tool two",
        "```",
        "```sh",
        "$ deploy/tool three",
        "```");

    List<ShellExample> examples = ShellExample.of(MarkdownFile.in(folder).get(0));

    assertThat(examples)
        .extracting(ShellExample::command)
        .containsExactly("deploy/tool one", "deploy/tool two");
    assertThat(examples.get(0).shows("first of 3 words\nsecond\n")).isTrue();
    assertThat(examples.get(0).shows("first of 4 words\nsecond\n")).isFalse();
    assertThat(examples.get(0).shows("first\nof 3 words\nsecond\n")).isFalse();
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
