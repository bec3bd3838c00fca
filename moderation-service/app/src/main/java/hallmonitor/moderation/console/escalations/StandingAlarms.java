package hallmonitor.moderation.console.escalations;

import hallmonitor.moderation.console.access.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The alarms for the frame around every page, read once per page. */
@RequestScoped
@Named("alarms")
public class StandingAlarms {
  private final EscalationQueries queries;
  private final Viewer viewer;
  private @Nullable Alarms now;

  StandingAlarms(EscalationQueries queries, Viewer viewer) {
    this.queries = queries;
    this.viewer = viewer;
  }

  public Alarms getNow() {
    if (now == null) {
      now = queries.alarms(viewer.scope());
    }
    return now;
  }
}
