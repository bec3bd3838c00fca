package hallmonitor.system.structure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A name says what a class is, and stands for one class. */
class NamesTest {
  private static final Pattern NO_CODE =
      Pattern.compile(
          "\"\"\".*?\"\"\"|/\\*.*?\\*/|//[^\n]*|\"(?:[^\"\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

  @Test
  void noTwoClassesShareAName() {
    Map<String, List<Path>> byName =
        Product.files(Product.allSources()).stream().collect(groupingBy(NamesTest::simpleName));
    byName.remove("package-info");

    assertThat(byName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
  }

  /** A reader who meets the short name would take it for the class of the same module. */
  @Test
  void noNestedTypeOfAModuleBearsTheNameOfAClassThere() {
    for (Path module : Product.mainSources()) {
      List<Path> files = Product.files(List.of(module));
      Set<String> names = files.stream().map(NamesTest::simpleName).collect(toSet());

      assertThat(files)
          .allSatisfy(file -> assertThat(nested(file)).doesNotContainAnyElementsOf(names));
    }
  }

  @Test
  void namesSayWhatAClassIs() {
    assertThat(Product.files(Product.mainSources()))
        .extracting(NamesTest::simpleName)
        .allSatisfy(
            name ->
                assertThat(name)
                    .doesNotContainPattern("(Manager|Helper|Util|Utils|Impl|Base)$")
                    .doesNotContainPattern("^(Abstract|Base)[A-Z]"));
  }

  private static Set<String> nested(Path file) {
    try {
      String code = NO_CODE.matcher(Files.readString(file)).replaceAll("");
      Set<String> names = TYPE.matcher(code).results().map(type -> type.group(1)).collect(toSet());
      names.remove(simpleName(file));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String simpleName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }
}
