package hallmonitor.moderation.console.access;

import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/** Whether this session may change what signs people in. A browser that was left open must not. */
@ApplicationScoped
public class RecentSignIn {
  private final Viewer viewer;
  private final InstantSource clock = InstantSource.system();

  RecentSignIn(Viewer viewer) {
    this.viewer = viewer;
  }

  /** Returns why it may not change that of its own person; empty if it may. */
  Optional<Sentence> refusal() {
    if (viewer.bySingleSignOn()) {
      return Optional.of(
          Sentence.of(
              "You signed in with your school account. Sign in with your password to change this."));
    }
    return refusalForAnother();
  }

  /** Returns why it may not change that of another person; empty if it may. */
  public Optional<Sentence> refusalForAnother() {
    return viewer.session().fresh(clock.instant())
        ? Optional.empty()
        : Optional.of(
            Sentence.of("You signed in more than 10 minutes ago. Sign in again to change this."));
  }
}
