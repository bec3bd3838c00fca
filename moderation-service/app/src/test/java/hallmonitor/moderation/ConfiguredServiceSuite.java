package hallmonitor.moderation;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests on the service of other districts, which one JVM starts once for each profile. */
@Suite
@SelectPackages("hallmonitor.moderation")
@IncludeEngines("junit-jupiter")
@IncludeTags("quarkus & profile")
class ConfiguredServiceSuite {}
