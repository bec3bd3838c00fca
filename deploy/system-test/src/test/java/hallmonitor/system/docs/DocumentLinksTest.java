package hallmonitor.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that no link in a document is broken. */
class DocumentLinksTest {
  private static final List<MarkdownFile> DOCUMENTS = MarkdownFile.in(MarkdownFile.repository());

  @TempDir private Path folder;

  @Test
  void everyDocumentIsLookedAt() {
    assertThat(DOCUMENTS)
        .extracting(d -> d.root().relativize(d.file()).toString())
        .contains("README.md", "deploy/docs/README.md", "deploy/docs/concepts.md");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(LinkCheck.problems(DOCUMENTS)).isEmpty();
  }

  @Test
  void everyPathExists() {
    assertThat(PathCheck.problems(DOCUMENTS)).isEmpty();
  }

  @Test
  void whatANewcomerChangesIsTwoClicksFromTheReadme() {
    Path root = MarkdownFile.repository();
    Set<Path> reached = LinkReach.from(root.resolve("README.md"), 2, DOCUMENTS);

    assertThat(reached)
        .extracting(file -> root.relativize(file).toString())
        .as("a threshold, the words of a mail, a platform, a page, a detector")
        .contains("deploy/config/policy.yaml", "deploy/config/notices.yaml")
        .anyMatch(file -> file.endsWith("ingest/connector/Platform.java"))
        .anyMatch(file -> file.endsWith("templates/console"))
        .anyMatch(file -> file.endsWith("finding/standard/StandardDetectors.java"));
  }

  @Test
  void everyPageOfTheGuidesIsFoundFromTheReadme() {
    Path root = MarkdownFile.repository();

    assertThat(LinkReach.from(root.resolve("README.md"), 3, DOCUMENTS))
        .containsAll(
            DOCUMENTS.stream()
                .map(MarkdownFile::file)
                .filter(file -> file.startsWith(root.resolve("deploy/docs")))
                .toList());
  }

  @Test
  void aLinkThatLeadsNowhereIsNamedByFileAndLine() throws IOException {
    write("there.md", "# Hello, *world*!", "", "# Twice", "# Twice");
    write(
        "guide/bad.md",
        "Good: [a](../there.md) [b](../there.md#hello-world) [c](../there.md#twice-1) [d](#here)",
        "# Here",
        "[gone](../gone.md) and ![picture](../gone.png)",
        "[no heading](../there.md#nothing)",
        "[outside](../../elsewhere.md) [web](https://example.org/gone)",
        "`[in code](gone.md)`",
        "```sh",
        "echo '[in a block](gone.md)'",
        "```",
        "<img src=\"gone.svg\">");

    assertThat(LinkCheck.problems(MarkdownFile.in(folder)))
        .containsExactly(
            "guide/bad.md:3 links to ../gone.md, which does not exist",
            "guide/bad.md:3 links to ../gone.png, which does not exist",
            "guide/bad.md:4 links to ../there.md#nothing, a heading that does not exist",
            "guide/bad.md:5 links to ../../elsewhere.md, which lies outside the repository",
            "guide/bad.md:10 links to gone.svg, which does not exist");
  }

  @Test
  void aPathThatDoesNotExistIsNamedByFileAndLine() throws IOException {
    write("module/src/main/there.txt", "");
    write(
        "module/README.md",
        "`module/src/main/there.txt`, `src/main/there.txt`, `module/src/*/there.txt`, `text/html`",
        "`module/src/gone.txt` and `src/gone/`",
        "`./gone.txt` and `module/*/gone.txt --option`",
        "`module/target/made.jar` and `a / b`");

    assertThat(PathCheck.problems(MarkdownFile.in(folder)))
        .containsExactly(
            "module/README.md:2 names module/src/gone.txt, which does not exist",
            "module/README.md:2 names src/gone/, which does not exist",
            "module/README.md:3 names ./gone.txt, which does not exist",
            "module/README.md:3 names module/*/gone.txt, which does not exist");
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
