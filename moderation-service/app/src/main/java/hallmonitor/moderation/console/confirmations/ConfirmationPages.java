package hallmonitor.moderation.console.confirmations;

import static hallmonitor.moderation.console.access.Permission.READ;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads old links to the automatic hides that need review: a list of the queue. */
@Path("/confirmations")
@RolesAllowed(READ)
public class ConfirmationPages {
  @GET
  public Response page() {
    return Response.seeOther(URI.create("/queue?state=unconfirmed")).build();
  }
}
