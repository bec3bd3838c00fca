package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Builds a person's identity for the rest of the service: the role and its rights. */
final class Identities {
  static final String PERSON = "person";
  static final String SESSION = "session";
  static final String GATE = "gate";
  static final String HALF = "half";

  private Identities() {}

  /**
   * Returns an identity without a role if a {@link SignInStep} is due, so that only its page opens.
   */
  static SecurityIdentity of(ConsoleUser person, Session session, ConsoleConfig.SecondFactor rule) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(session)
            .addAttribute(PERSON, person)
            .addAttribute(SESSION, session);
    SignInStep.before(person, session, rule)
        .ifPresentOrElse(
            gate -> identity.addAttribute(GATE, gate),
            () -> identity.addRole(person.role()).addRoles(Permission.of(person.role())));
    return identity.build();
  }

  /**
   * Returns an anonymous identity after a correct password; the sign-in page then asks for the
   * code.
   */
  static SecurityIdentity halfWay(Session half) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(half)
        .setAnonymous(true)
        .addAttribute(HALF, half)
        .build();
  }

  static SecurityIdentity nobody() {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(""))
        .setAnonymous(true)
        .build();
  }
}
