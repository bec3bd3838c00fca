package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.Drafts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The short way to what a district says of itself: its name, its schools, its accounts. */
@Path("/policy/edit/{part}")
@RolesAllowed(ADMINISTRATOR)
public class DistrictEditing {
  private final Drafts drafts;
  private final Viewer viewer;

  DistrictEditing(Drafts drafts, Viewer viewer) {
    this.drafts = drafts;
    this.viewer = viewer;
  }

  /** Goes on with the viewer's own open draft of the district's file, or begins one. */
  @POST
  public Response edit(@PathParam("part") String part) {
    FormPart wanted =
        FormPart.of(part)
            .filter(p -> p.document() == Document.DISTRICT)
            .orElseThrow(NotFoundException::new);
    long id = drafts.goOn(Document.DISTRICT, "Schools and accounts", viewer.userName());
    return DraftPages.to(id, "#" + wanted.code());
  }
}
