package hallmonitor.moderation.console.authors;

import static hallmonitor.moderation.console.access.Permission.READ;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Leads from a case to the page of its author, so that no address names an author. */
@Path("/cases/{id}/author")
@RolesAllowed(READ)
public class AuthorOfCasePages {
  private final AuthorDesk desk;

  AuthorOfCasePages(AuthorDesk desk) {
    this.desk = desk;
  }

  @GET
  public Response page(@PathParam("id") UUID id) {
    return desk.ofCase(id)
        .map(author -> Response.seeOther(URI.create("/authors/" + author)).build())
        .orElseThrow(NotFoundException::new);
  }
}
