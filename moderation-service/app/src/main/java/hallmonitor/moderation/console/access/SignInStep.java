package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig.SecondFactor;
import java.util.Optional;

/** What somebody who signed in by password must do before anything else opens. */
enum SignInStep {
  /** Their first password, which somebody else has seen, is still the present one. */
  OWN_PASSWORD("/password"),
  /** The district asks for a second step and they have none. */
  SECOND_FACTOR("/security");

  private final String page;

  SignInStep(String page) {
    this.page = page;
  }

  String page() {
    return page;
  }

  /** Somebody who came by single sign-on showed neither here, and is asked for neither. */
  static Optional<SignInStep> before(ConsoleUser person, Session session, SecondFactor rule) {
    if (session.way() == Session.Way.SINGLE_SIGN_ON) {
      return Optional.empty();
    }
    if (person.mustChangePassword()) {
      return Optional.of(OWN_PASSWORD);
    }
    return !person.secondFactor() && asked(person, rule)
        ? Optional.of(SECOND_FACTOR)
        : Optional.empty();
  }

  static boolean asked(ConsoleUser person, SecondFactor rule) {
    return switch (rule) {
      case OPTIONAL -> false;
      case REQUIRED_FOR_ADMINISTRATORS -> person.administrator();
      case REQUIRED -> true;
    };
  }
}
