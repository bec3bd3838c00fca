package hallmonitor.system;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The first evening of an administrator of a new installation, and what opens to anyone: all of it
 * on one stack.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class NewConsoleIT {
  @RegisterExtension static final FreshConsole CONSOLE = new FreshConsole();

  /** Runs first, because nothing may have happened before. */
  @Nested
  @Order(1)
  class Menu extends MenuJourney {
    Menu() {
      super(CONSOLE);
    }
  }

  @Nested
  @Order(2)
  class Invitation extends InvitationJourney {
    Invitation() {
      super(CONSOLE);
    }
  }

  @Nested
  @Order(3)
  class Connection extends ConnectionJourney {
    Connection() {
      super(CONSOLE);
    }
  }

  @Nested
  @Order(4)
  class Passkeys extends PasskeyJourney {
    Passkeys() {
      super(CONSOLE);
    }
  }

  @Nested
  @Order(5)
  class Answering extends AnsweringJourney {
    Answering() {
      super(CONSOLE);
    }
  }

  /** Runs last, because it signs out. */
  @Nested
  @Order(6)
  class ForAnyone extends OpenPages {
    ForAnyone() {
      super(CONSOLE);
    }
  }
}
