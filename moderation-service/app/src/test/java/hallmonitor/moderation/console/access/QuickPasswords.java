package hallmonitor.moderation.console.access;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;

/** Passwords of the tests: real bcrypt, with its smallest number of rounds. */
@Mock
@ApplicationScoped
public class QuickPasswords extends Passwords {
  private static final int LEAST_COST = 4;

  QuickPasswords() {
    super(LEAST_COST);
  }
}
