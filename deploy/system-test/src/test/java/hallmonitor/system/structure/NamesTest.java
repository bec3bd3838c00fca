package hallmonitor.system.structure;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A name says what a class is, and stands for one class. */
class NamesTest {
  @Test
  void noTwoClassesShareAName() {
    Map<String, List<Path>> byName =
        Product.files(Product.allSources()).stream().collect(groupingBy(NamesTest::simpleName));
    byName.remove("package-info");

    assertThat(byName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
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

  private static String simpleName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }
}
