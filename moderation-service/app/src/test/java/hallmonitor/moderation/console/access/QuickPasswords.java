package hallmonitor.moderation.console.access;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;

/** Passwords of the tests: bcrypt as it is, with as few rounds as it knows. */
@Mock
@ApplicationScoped
public class QuickPasswords extends Passwords {
  private static final int LEAST_COST = 4;

  QuickPasswords() {
    super(LEAST_COST);
  }
}
