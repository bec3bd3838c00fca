package hallmonitor.moderation.console.release;

import hallmonitor.moderation.console.access.ConsoleSecrets;
import hallmonitor.moderation.store.release.MediaReleaseList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Gives the list its key, from the secrets folder; it is created when first needed. */
@ApplicationScoped
public class MediaReleaseWiring {
  @Produces
  @Singleton
  MediaReleaseList list(Jdbi jdbi, ConsoleSecrets secrets) {
    return new MediaReleaseList(
        jdbi,
        () -> secrets.find(MediaReleaseList.KEY),
        () -> secrets.findOrMake(MediaReleaseList.KEY));
  }
}
