package hallmonitor.moderation.console.escalations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The alarms for the frame around every page; asked once for each page that is made. */
@RequestScoped
@Named("alarms")
public class StandingAlarms {
  private final EscalationQueries queries;
  private Alarms now;

  StandingAlarms(EscalationQueries queries) {
    this.queries = queries;
  }

  public Alarms getNow() {
    if (now == null) {
      now = queries.alarms();
    }
    return now;
  }
}
