package hallmonitor.moderation.console.page;

import static java.nio.file.Files.readString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that every module of the console's scripts is loaded, ahead of its use, and small. */
class ScriptModulesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path CONSOLE = RESOURCES.resolve("META-INF/resources/console");
  private static final int MOST_LINES = 150;

  @Test
  void oneEntryImportsEachModule() throws IOException {
    List<String> imported = new ArrayList<>(imported("console.js"));
    imported.addAll(imported("queue.js"));
    imported.addAll(imported("passkeys.js"));
    assertThat(imported).containsExactlyInAnyOrderElementsOf(modules());
  }

  private static List<String> imported(String entry) throws IOException {
    return names("import \"\\./script/(\\w+)\\.js\"", CONSOLE.resolve(entry));
  }

  /** Otherwise a browser would ask for modules one after another. */
  @Test
  void whereAnEntryIsLoadedItsModulesArePreloaded() throws IOException {
    assertThat(preloaded("frame.html")).isEqualTo(imported("console.js"));
    assertThat(preloaded("keyScripts.html")).isEqualTo(imported("queue.js"));
    assertThat(preloaded("passkeyScripts.html")).isEqualTo(imported("passkeys.js"));
  }

  @Test
  void aPageWithAKeyLoadsWhatHearsIt() throws IOException {
    try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates/console"))) {
      for (Path page : templates.filter(p -> p.toString().endsWith(".html")).toList()) {
        if (readString(page).contains("data-direct")) {
          assertThat(readString(page)).as(page.toString()).contains("console/page/keyScripts");
        }
      }
    }
  }

  private static List<String> preloaded(String template) throws IOException {
    return names(
        "rel=\"modulepreload\" href=\"/console/script/(\\w+)\\.js\"",
        RESOURCES.resolve("templates/console/page").resolve(template));
  }

  @Test
  void eachModuleIsSmall() throws IOException {
    for (String module : modules()) {
      assertThat(Files.readAllLines(file(module))).as(module).hasSizeLessThan(MOST_LINES);
    }
  }

  /** A module that needs itself through others could be used before it has run. */
  @Test
  void modulesFormNoCircle() throws IOException {
    for (String module : modules()) {
      assertThat(needs(module)).as(module).allSatisfy(other -> reachesNot(other, module));
    }
  }

  private static void reachesNot(String from, String module) throws IOException {
    assertThat(from).isNotEqualTo(module);
    for (String other : needs(from)) {
      reachesNot(other, module);
    }
  }

  private static List<String> needs(String module) throws IOException {
    return names("from \"\\./(\\w+)\\.js\"", file(module));
  }

  private static Path file(String module) {
    return CONSOLE.resolve("script").resolve(module + ".js");
  }

  private static List<String> modules() throws IOException {
    try (Stream<Path> files = Files.list(CONSOLE.resolve("script"))) {
      return files.map(file -> file.getFileName().toString().replace(".js", "")).sorted().toList();
    }
  }

  private static List<String> names(String pattern, Path file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(readString(file))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
