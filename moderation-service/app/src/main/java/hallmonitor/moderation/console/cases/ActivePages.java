package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.live.Claims;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;

/** Receives signals of activity from open pages, which extend claims. */
@Path("/claims/active")
@RolesAllowed(ACT)
public class ActivePages {
  private final CaseQueries cases;
  private final Claims claims;
  private final Viewer viewer;

  ActivePages(CaseQueries cases, Claims claims, Viewer viewer) {
    this.cases = cases;
    this.claims = claims;
    this.viewer = viewer;
  }

  /**
   * Extends claims.
   *
   * @param onScreen the case that the page shows, if any
   */
  @POST
  public void active(@FormParam("case") UUID onScreen) {
    claims.active(
        Optional.ofNullable(onScreen).filter(id -> cases.find(id, viewer.scope()).isPresent()),
        viewer.userName());
  }
}
