package hallmonitor.moderation;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests on the running service that one JVM takes: those that {@link SecondServiceSuite} does
 * not.
 */
@Suite
@SelectPackages("hallmonitor.moderation")
@ExcludeClassNamePatterns(SecondServiceSuite.CLASSES)
@IncludeEngines("junit-jupiter")
@IncludeTags("quarkus")
class FirstServiceSuite {}
