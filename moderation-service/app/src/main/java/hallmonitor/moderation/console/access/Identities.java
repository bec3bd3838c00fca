package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** How a person is seen by the rest of the service: by the role that they have and its rights. */
final class Identities {
  static final String PERSON = "person";
  static final String SESSION = "session";
  static final String GATE = "gate";
  static final String HALF = "half";

  private Identities() {}

  /** Somebody before whom a {@link SignInStep} stands holds no role: all that opens is its page. */
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

  /** Nobody yet, whose password was right; the sign-in page asks them for their code. */
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
