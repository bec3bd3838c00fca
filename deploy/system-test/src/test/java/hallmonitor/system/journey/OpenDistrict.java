package hallmonitor.system.journey;

import hallmonitor.system.FreshConsole;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A working district for the journeys that are nested in a class, all on one stack. */
final class OpenDistrict implements BeforeAllCallback, AfterAllCallback {
  private final FreshConsole console =
      new FreshConsole(
          Map.of(
              "HALLMONITOR_WATCH_EVERY",
              "1s",
              // Its people were let in a moment ago, by the one who proposes.
              "HALLMONITOR_CONSOLE_TWO_PERSONS_DAYS",
              "0"));

  private final Set<String> people;
  private Schools schools;

  private OpenDistrict(Set<String> people) {
    this.people = people;
  }

  /** Lets these people in, each by a name of {@link Schools}. */
  static OpenDistrict with(String... people) {
    return new OpenDistrict(Set.of(people));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!FreshConsole.isNested(context)) {
      console.beforeAll(context);
      schools = new Schools(console.stack());
      schools.letIn(console.browser(), people);
    }
  }

  Schools schools() {
    return schools;
  }

  /** Returns the first administrator, who stays signed in. */
  JourneyPerson administrator() {
    return schools.at(console.browser());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    try {
      if (!FreshConsole.isNested(context) && schools != null) {
        schools.close();
      }
    } finally {
      console.afterAll(context);
    }
  }
}
