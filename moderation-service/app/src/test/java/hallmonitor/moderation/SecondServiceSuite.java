package hallmonitor.moderation;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests on the running service that the other JVM takes: those directly in {@code console}, and
 * those in these packages of it, which take half of the time. Quarkus builds the service once for
 * each profile of a suite, before its first test.
 */
@Suite
@SelectPackages("hallmonitor.moderation")
@IncludeClassNamePatterns(SecondServiceSuite.CLASSES)
@IncludeEngines("junit-jupiter")
@IncludeTags("quarkus")
class SecondServiceSuite {
  static final String CLASSES =
      "hallmonitor\\.moderation\\.console\\."
          + "(\\w+|(access|connect|export|guidance|request|watch)\\..+)Test";
}
