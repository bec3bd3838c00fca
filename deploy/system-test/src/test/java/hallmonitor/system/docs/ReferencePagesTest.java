package hallmonitor.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the operator's reference is complete, and that code examples compile. */
class ReferencePagesTest {
  private static final Path ROOT = MarkdownFile.repository();
  private static final Path OPERATE = ROOT.resolve("deploy/docs/operate");

  @TempDir private Path folder;

  @Test
  void everySettingIsNamed() throws IOException {
    String pages = read("settings.md") + read("sign-in.md");

    assertThat(new ReferenceCheck(ROOT).settingsMissingIn(pages)).isEmpty();
  }

  @Test
  void everyMetricIsNamed() throws IOException {
    assertThat(new ReferenceCheck(ROOT).metricsMissingIn(read("metrics.md"))).isEmpty();
  }

  @Test
  void everyJavaExampleStandsInATest() {
    assertThat(JavaExampleCheck.problems(ROOT, MarkdownFile.in(ROOT))).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    write(
        "src/main/java/a/RoomSettings.java",
        "@ConfigMapping(prefix = \"room\")",
        "  int mostGuests();",
        "  Duration openFor();",
        "  Door door();",
        "  interface Door {",
        "    boolean closed();");
    write("src/main/java/a/RoomMetrics.java", "registry.counter(\"hallmonitor.room.full\");");

    ReferenceCheck check = new ReferenceCheck(folder);

    assertThat(check.settingsMissingIn("`ROOM_MOST_GUESTS`, `ROOM_DOOR_CLOSED`"))
        .containsExactly("OPEN_FOR");
    assertThat(check.metricsMissingIn("`hallmonitor_room_empty`"))
        .containsExactly("hallmonitor_room_full");
  }

  @Test
  void javaThatNoTestHoldsIsNamedByFileAndLine() throws IOException {
    write("src/test/java/a/ExampleTest.java", "  int one =", "      1;");
    write("README.md", "```java", "int one = 1;", "```", "```java", "int two = 2;", "```");

    assertThat(JavaExampleCheck.problems(folder, MarkdownFile.in(folder)))
        .containsExactly("README.md:4 shows Java that no source has");
  }

  private static String read(String page) throws IOException {
    return Files.readString(OPERATE.resolve(page));
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
