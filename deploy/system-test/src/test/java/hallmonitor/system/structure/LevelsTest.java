package hallmonitor.system.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests the check itself: it finds a dependency that points up, one that points sideways, and a new
 * package.
 */
class LevelsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("com.tngtech.archunit.lang");

  @Test
  void aDependencyThatPointsUpIsNamed() {
    assertThat(violations("syntax", "conditions extension", "."))
        .anyMatch(line -> line.contains("ArchRuleDefinition"));
  }

  @Test
  void aPackageThatNobodyListedIsNamed() {
    assertThat(violations("syntax", "conditions"))
        .contains("com.tngtech.archunit.lang stands in no list of levels.txt");
  }

  @Test
  void whatIsInOnePackageMayKnowEachOther() {
    JavaClasses own = new ClassFileImporter().importPackages("hallmonitor.system.structure");

    assertThat(Levels.read("hallmonitor.system.structure\n  .").violations(own)).isEmpty();
  }

  private static List<String> violations(String... lines) {
    return Levels.read("com.tngtech.archunit.lang\n  " + String.join("\n  ", lines))
        .violations(CLASSES);
  }
}
