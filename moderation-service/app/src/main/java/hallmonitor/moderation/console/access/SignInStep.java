package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig.SecondFactor;
import java.util.Optional;

/** What a person who signed in by password must do before anything else. */
enum SignInStep {
  /** The current password is still the temporary one, which someone else has seen. */
  OWN_PASSWORD("/password"),
  /** The district requires a second factor and the person has none. */
  SECOND_FACTOR("/security");

  private final String page;

  SignInStep(String page) {
    this.page = page;
  }

  String page() {
    return page;
  }

  /** Single sign-on and a passkey use neither here, so they require neither. */
  static Optional<SignInStep> before(ConsoleUser person, Session session, SecondFactor rule) {
    if (session.way() != Session.Way.PASSWORD) {
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
