package hallmonitor.moderation.console.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** How a person is seen by the rest of the service: by the role that they have and its rights. */
final class Identities {
  static final String PERSON = "person";

  private Identities() {}

  /**
   * Somebody with a first password holds no role: all that opens for them is the page to change it.
   */
  static SecurityIdentity of(Person person, Session session) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder().setPrincipal(session).addAttribute(PERSON, person);
    if (!person.mustChangePassword()) {
      identity.addRole(person.role());
      identity.addRoles(Right.of(person.role()));
    }
    return identity.build();
  }

  static SecurityIdentity nobody() {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(""))
        .setAnonymous(true)
        .build();
  }
}
