package hallmonitor.moderation.console.trouble;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What is wrong with Hall Monitor, which services live, and the announcement of a stop. */
@Path("/troubles")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class TroublePages {
  private static final List<Integer> MINUTES = List.of(30, 60, 120, 240);

  @CheckedTemplate(basePath = "console/operations")
  static class Templates {
    static native TemplateInstance troubles(ServiceTroubles now);
  }

  private final ServiceTroubles troubles;
  private final ServiceWatch watch;
  private final ConsoleDatabase database;
  private final RequestAudit audit;
  private final Viewer viewer;

  TroublePages(
      ServiceTroubles troubles,
      ServiceWatch watch,
      ConsoleDatabase database,
      RequestAudit audit,
      Viewer viewer) {
    this.troubles = troubles;
    this.watch = watch;
    this.database = database;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    return Templates.troubles(troubles);
  }

  /**
   * Announces a stop, so that nobody is told of the silence; 0 ends an announced one.
   *
   * @param minutes from now, one of those on the page
   */
  @POST
  @Path("planned-stop")
  @RolesAllowed(ADMINISTRATOR)
  public Response plan(@FormParam("minutes") int minutes) {
    if (minutes != 0 && !MINUTES.contains(minutes)) {
      throw new BadRequestException();
    }
    Instant now = Instant.now();
    database.write(
        h -> {
          h.createUpdate(
                  """
                  insert into planned_stop (until_at, set_by, set_at) values (:until, :by, :now)
                  on conflict (only_one) do update
                  set until_at = excluded.until_at, set_by = excluded.set_by, set_at = excluded.set_at
                  """)
              .bind("until", now.plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC))
              .bind("by", viewer.userName())
              .bind("now", now.atOffset(ZoneOffset.UTC))
              .execute();
          return audit.add(
              h, viewer.userName(), "planned-stop", "services", Integer.toString(minutes));
        });
    watch.look();
    return Response.seeOther(URI.create("/troubles")).build();
  }
}
