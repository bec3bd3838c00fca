package hallmonitor.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;
import static org.junit.platform.commons.support.ReflectionSupport.findAllClassesInPackage;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;

/** Proves that each test on a running service is in exactly one of the two suites. */
class ServiceSuitesTest {
  private static final List<Class<?>> CLASSES =
      findAllClassesInPackage("hallmonitor", each -> !each.isAnnotation(), name -> true);

  private static final Predicate<Class<?>> ON_A_SERVICE =
      each -> isAnnotated(each, QuarkusTest.class);

  @Test
  void itHasTheTagOfTheSuites() {
    assertThat(names(ServiceSuitesTest::isTagged)).isNotEmpty().isEqualTo(names(ON_A_SERVICE));
    for (Class<?> suite : List.of(FirstServiceSuite.class, SecondServiceSuite.class)) {
      assertThat(suite.getAnnotation(IncludeTags.class).value()).containsExactly("quarkus");
    }
  }

  @Test
  void itHasANameAndAPackageThatTheyLookFor() {
    for (Class<?> suite : List.of(FirstServiceSuite.class, SecondServiceSuite.class)) {
      assertThat(suite.getAnnotation(SelectPackages.class).value())
          .containsExactly("hallmonitor.moderation");
    }
    assertThat(names(ON_A_SERVICE))
        .allMatch(name -> name.matches("hallmonitor\\.moderation\\..*Test"));
  }

  @Test
  void theSecondTakesWhatTheFirstLeaves() {
    String[] left = FirstServiceSuite.class.getAnnotation(ExcludeClassNamePatterns.class).value();
    String[] taken = SecondServiceSuite.class.getAnnotation(IncludeClassNamePatterns.class).value();

    assertThat(taken).hasSize(1).isEqualTo(left);
    assertThat(names(ON_A_SERVICE))
        .anyMatch(name -> name.matches(taken[0]))
        .anyMatch(name -> !name.matches(taken[0]));
  }

  private static List<String> names(Predicate<Class<?>> which) {
    return CLASSES.stream().filter(which).map(Class::getName).sorted().toList();
  }

  private static boolean isTagged(Class<?> test) {
    return findRepeatableAnnotations(test, Tag.class).stream()
        .anyMatch(each -> each.value().equals("quarkus"));
  }
}
