package hallmonitor.moderation.console.connect;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An administrator signs an account in at its platform, and says which page or channel it is. */
@Path("/connections/{id}/platform")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class PlatformSignInPages {
  private final ConnectPages pages;
  private final PlatformSignIns signIns;
  private final CredentialHandover handover;
  private final Viewer viewer;

  PlatformSignInPages(
      ConnectPages pages, PlatformSignIns signIns, CredentialHandover handover, Viewer viewer) {
    this.pages = pages;
    this.signIns = signIns;
    this.handover = handover;
    this.viewer = viewer;
  }

  @POST
  public Response depart(@PathParam("id") UUID id, RoutingContext context) {
    return pages.whileAgreed(
        id, connection -> signIns.depart(connection, viewer.userName(), false, context));
  }

  /**
   * Chooses.
   *
   * @param asked the order that offered it
   */
  @POST
  @Path("choice")
  public Response choose(
      @PathParam("id") UUID id,
      @FormParam("asked") @Nullable UUID asked,
      @FormParam("chosen") @DefaultValue("") String chosen) {
    return pages.whileAgreed(
        id,
        connection ->
            handover.send(connection, PlatformSignIns.choice(asked, chosen), viewer.userName()));
  }
}
