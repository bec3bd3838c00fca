package hallmonitor.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.IncludeTags;

/** Proves that each test on a running service is in exactly one of the two suites. */
class ServiceSuitesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("hallmonitor.moderation");

  @Test
  void aTestOnARunningServiceIsMarkedAsOne() {
    assertThat(tests(each -> each.isMetaAnnotatedWith(tag("quarkus"))))
        .isNotEmpty()
        .isEqualTo(tests(each -> each.isMetaAnnotatedWith(QuarkusTest.class)));
  }

  @Test
  void aTestWithAProfileIsMarkedAsOne() {
    assertThat(tests(each -> each.isMetaAnnotatedWith(tag("profile"))))
        .isNotEmpty()
        .isEqualTo(tests(each -> each.isMetaAnnotatedWith(TestProfile.class)));
  }

  @Test
  void bothSuitesTogetherTakeAllMarkedOnesAndNoneTwice() {
    assertThat(marks(ShippedServiceSuite.class)).containsExactly("quarkus & !profile");
    assertThat(marks(ConfiguredServiceSuite.class)).containsExactly("quarkus & profile");
  }

  @Test
  void theirNamesAreThoseThatSuitesLookFor() {
    assertThat(tests(each -> each.isMetaAnnotatedWith(QuarkusTest.class)))
        .allMatch(name -> name.endsWith("Test"));
  }

  private static String[] marks(Class<?> suite) {
    return suite.getAnnotation(IncludeTags.class).value();
  }

  private static List<String> tests(Predicate<JavaClass> which) {
    return CLASSES.stream()
        .filter(each -> !each.isAnnotation())
        .filter(which)
        .map(JavaClass::getName)
        .sorted()
        .toList();
  }

  private static DescribedPredicate<JavaAnnotation<?>> tag(String name) {
    return DescribedPredicate.describe(
        "@Tag(\"" + name + "\")",
        annotation ->
            annotation.getRawType().isEquivalentTo(Tag.class)
                && name.equals(annotation.get("value").orElse(null)));
  }
}
