package hallmonitor.system;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages behind the sign-in, each with hostile texts: all of them on one stack. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class VisitedPagesIT {
  @RegisterExtension static final FreshConsole CONSOLE = HostilePages.CONSOLE;

  @BeforeAll
  static void fill() {
    HostilePages.fill();
  }

  @Nested
  @Order(1)
  class ForAdministrators extends AdministratorPages {}

  @Nested
  @Order(2)
  class ForTheOffice extends OfficePages {}

  /** Runs last, because it decides the cases that the others look at. */
  @Nested
  @Order(3)
  class ForModerators extends ModeratorPages {}
}
