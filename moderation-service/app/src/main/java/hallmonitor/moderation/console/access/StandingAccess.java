package hallmonitor.moderation.console.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;

/**
 * Tells during a long answer, such as a stream, whether its person may still do what they could
 * when it began.
 */
@ApplicationScoped
public class StandingAccess {
  private final ConsoleUsers people;
  private final StoredSessions sessions;

  StandingAccess(ConsoleUsers people, StoredSessions sessions) {
    this.people = people;
    this.sessions = sessions;
  }

  /**
   * Remembers the access of a request.
   *
   * @return reads whether it still stands: false once the session ended, the access was removed, or
   *     role or scope changed
   */
  public BooleanSupplier of(SecurityIdentity identity) {
    ConsoleUser then = identity.getAttribute(Identities.PERSON);
    Session session = identity.getAttribute(Identities.SESSION);
    return () ->
        people
            .named(then.userName())
            .filter(now -> sessions.stands(session))
            .filter(now -> !now.removed())
            .filter(now -> now.role().equals(then.role()))
            .filter(now -> now.scope().equals(then.scope()))
            .isPresent();
  }
}
