package hallmonitor.moderation.console.home;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Redirects to a person's start page: their schools, what to do for their accounts, the records,
 * the first steps of an installation, or the queue.
 */
@Path("/")
@RolesAllowed(READ)
public class StartPage {
  private final Viewer viewer;
  private final FirstRun firstRun;

  StartPage(Viewer viewer, FirstRun firstRun) {
    this.viewer = viewer;
    this.firstRun = firstRun;
  }

  @GET
  public Response start() {
    return Response.seeOther(URI.create(first())).build();
  }

  private String first() {
    if (viewer.isBuildingAdministrator()) {
      return "/my-building";
    }
    if (viewer.role().equals(ConsoleUser.RECORDS_OFFICER)) {
      return "/records";
    }
    if (viewer.isAccountAdministrator()) {
      return "/home";
    }
    return viewer.isAdministrator() && firstRun.open().isPresent() ? "/home" : "/queue";
  }
}
