package hallmonitor.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the picture of the modules matches the poms, and that every module describes itself.
 * With {@code -Ddocs.write=yes} the picture is written into its page.
 */
class ModulePictureTest {
  private static final Path ROOT = MarkdownFile.repository();
  private static final Path PAGE = ROOT.resolve("deploy/docs/develop/architecture.md");
  private static final Pattern PICTURE = Pattern.compile("```mermaid\n.*?```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void thePictureIsWhatThePomsSay() throws IOException {
    String drawn = ModulePicture.of(ROOT, ModulePicture.modules(ROOT));
    Matcher picture = PICTURE.matcher(Files.readString(PAGE));
    if ("yes".equals(System.getProperty("docs.write"))) {
      Files.writeString(PAGE, picture.replaceFirst(Matcher.quoteReplacement(drawn)));
    }

    assertThat(Files.readString(PAGE)).contains(drawn);
  }

  @Test
  void everyModuleSaysWhatItIs() throws IOException {
    assertThat(ModulePicture.modules(ROOT))
        .allSatisfy(module -> assertThat(ROOT.resolve(module).resolve("README.md")).exists());
  }

  @Test
  void whatOnlyTestsNeedIsNotDrawn() throws IOException {
    String of = "<dependency><groupId>hallmonitor</groupId><artifactId>";
    write("a/pom.xml", "<artifactId>a</artifactId>");
    write(
        "b/pom.xml",
        "<parent><artifactId>parent</artifactId></parent><artifactId>b</artifactId>"
            + (of + "a</artifactId></dependency>")
            + (of + "c</artifactId><scope>test</scope></dependency>")
            + "<dependency><groupId>other</groupId><artifactId>d</artifactId></dependency>");

    assertThat(ModulePicture.of(folder, List.of("b", "a")))
        .isEqualTo("```mermaid\nflowchart LR\n  a\n  b\n  b --> a\n```");
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<project>" + content + "</project>");
  }
}
