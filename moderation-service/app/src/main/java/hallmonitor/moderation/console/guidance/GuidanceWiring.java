package hallmonitor.moderation.console.guidance;

import hallmonitor.moderation.store.guidance.Attestations;
import hallmonitor.moderation.store.guidance.GuidanceTexts;
import hallmonitor.moderation.store.guidance.StaffList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Wires the guidelines for staff. */
@ApplicationScoped
public class GuidanceWiring {
  @Produces
  @Singleton
  GuidanceTexts texts(Jdbi jdbi) {
    return new GuidanceTexts(jdbi);
  }

  @Produces
  @Singleton
  StaffList staff(Jdbi jdbi) {
    return new StaffList(jdbi);
  }

  @Produces
  @Singleton
  Attestations attestations(Jdbi jdbi) {
    return new Attestations(jdbi);
  }
}
