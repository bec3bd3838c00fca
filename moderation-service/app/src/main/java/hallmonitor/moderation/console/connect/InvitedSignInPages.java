package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.store.connect.Connections;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
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

/** The holder of an account signs it in at its platform, and says which page or channel it is. */
@Path("/connect/{token}/platform")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class InvitedSignInPages {
  private final InvitedPages pages;
  private final PlatformSignIns signIns;
  private final CredentialHandover handover;

  InvitedSignInPages(InvitedPages pages, PlatformSignIns signIns, CredentialHandover handover) {
    this.pages = pages;
    this.signIns = signIns;
    this.handover = handover;
  }

  @POST
  public Response depart(@PathParam("token") String token, RoutingContext context) {
    return pages.whileOpen(
        token, context, connection -> signIns.depart(connection, token, true, context));
  }

  /**
   * Chooses.
   *
   * @param asked the order that offered it
   */
  @POST
  @Path("choice")
  public Response choose(
      @PathParam("token") String token,
      @FormParam("asked") @Nullable UUID asked,
      @FormParam("chosen") @DefaultValue("") String chosen,
      RoutingContext context) {
    return pages.whileOpen(
        token,
        context,
        connection ->
            handover.send(
                connection, PlatformSignIns.choice(asked, chosen), Connections.INVITATION));
  }
}
