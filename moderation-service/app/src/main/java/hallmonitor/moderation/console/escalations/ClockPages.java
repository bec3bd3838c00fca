package hallmonitor.moderation.console.escalations;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.live.CaseFeed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Everything that the viewer must do by a time. */
@Path("/clocks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class ClockPages {
  @CheckedTemplate(basePath = "console/escalations")
  static class Templates {
    static native TemplateInstance clocks(
        List<ClockView> clocks, List<FalseAlarms> falseAlarms, EventPosition since);

    static native TemplateInstance clockList(List<ClockView> clocks);

    static native TemplateInstance alarm(Alarms now);
  }

  private final EscalationQueries queries;
  private final CaseFeed feed;
  private final Viewer viewer;

  ClockPages(EscalationQueries queries, CaseFeed feed, Viewer viewer) {
    this.viewer = viewer;
    this.queries = queries;
    this.feed = feed;
  }

  @GET
  public TemplateInstance clocks() {
    EventPosition since = feed.known();
    Scope scope = viewer.scope();
    return Templates.clocks(queries.running(scope), queries.falseAlarms(scope), since);
  }

  /** Returns only the list, for a page that received a change. */
  @GET
  @Path("list")
  public TemplateInstance list() {
    return Templates.clockList(queries.running(viewer.scope()));
  }

  /** Returns the alarms, for pages that stay open. */
  @GET
  @Path("alarm")
  public TemplateInstance alarm() {
    return Templates.alarm(queries.alarms(viewer.scope()));
  }
}
