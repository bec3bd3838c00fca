package hallmonitor.moderation.console.escalations;

import static hallmonitor.moderation.console.access.Person.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Person.MODERATOR;

import hallmonitor.moderation.console.live.CaseFeed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Everything that somebody must do by a time. */
@Path("/clocks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({MODERATOR, ADMINISTRATOR})
public class ClockPages {
  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance clocks(
        List<ClockView> clocks, List<FalseAlarms> falseAlarms, long since);

    static native TemplateInstance clockList(List<ClockView> clocks);

    static native TemplateInstance alarm(Alarms now);
  }

  private final EscalationQueries queries;
  private final CaseFeed feed;

  ClockPages(EscalationQueries queries, CaseFeed feed) {
    this.queries = queries;
    this.feed = feed;
  }

  @GET
  public TemplateInstance clocks() {
    long since = feed.newest();
    return Templates.clocks(queries.running(), queries.falseAlarms(), since);
  }

  /** The list alone, for a page that heard of a change. */
  @GET
  @Path("list")
  public TemplateInstance list() {
    return Templates.clockList(queries.running());
  }

  /** What no page may miss, for pages that stay open. */
  @GET
  @Path("alarm")
  public TemplateInstance alarm() {
    return Templates.alarm(queries.alarms());
  }
}
