package hallmonitor.system.structure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources and the compiled classes of all modules, as this build made them. */
final class Product {
  private static final Path ROOT = Path.of("../..");

  private Product() {}

  /** Source folders with what ships, from the root of the repository. */
  static List<Path> mainSources() {
    return folders("src/main/java");
  }

  /** Those of one module. */
  static List<Path> mainSourcesOf(String module) {
    return List.of(ROOT.resolve(module).resolve("src/main/java"));
  }

  /** The templates, settings and the like of one module. */
  static Path resourcesOf(String module) {
    return ROOT.resolve(module).resolve("src/main/resources");
  }

  static List<Path> testSources() {
    return folders("src/test/java");
  }

  /** What ships and what tests it. */
  static List<Path> allSources() {
    return Stream.concat(mainSources().stream(), testSources().stream()).toList();
  }

  /** Folders with templates, styles, scripts, words and the like. */
  static List<Path> mainResources() {
    return folders("src/main/resources");
  }

  /** Everything that ships, without tests. */
  static JavaClasses classes() {
    return new ClassFileImporter().importPaths(folders("target/classes"));
  }

  /** Returns the folder with this name in every module. */
  private static List<Path> folders(String name) {
    try (Stream<Path> poms = Files.find(ROOT, 3, (p, a) -> p.endsWith("pom.xml"))) {
      return poms.map(pom -> pom.resolveSibling(name)).filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All Java files of these folders. */
  static List<Path> files(List<Path> folders) {
    return files(folders, ".java");
  }

  /** All files of these folders with names that end so. */
  static List<Path> files(List<Path> folders, String... endings) {
    return folders.stream()
        .flatMap(Product::all)
        .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
        .sorted()
        .toList();
  }

  private static Stream<Path> all(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
