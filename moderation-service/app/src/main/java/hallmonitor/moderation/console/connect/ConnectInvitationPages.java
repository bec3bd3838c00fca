package hallmonitor.moderation.console.connect;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.people.PersonForm;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Sends the holder of an account a link to connect it, and takes the link back. */
@Path("/connections/{id}/invitation")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class ConnectInvitationPages {
  private static final int LONGEST_NAME = 120;

  private final Connections connections;
  private final ConnectionInvitations invitations;
  private final CredentialHandover handover;
  private final Viewer viewer;

  ConnectInvitationPages(
      Connections connections,
      ConnectionInvitations invitations,
      CredentialHandover handover,
      Viewer viewer) {
    this.connections = connections;
    this.invitations = invitations;
    this.handover = handover;
    this.viewer = viewer;
  }

  @POST
  public Response send(
      @PathParam("id") UUID id,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("language") @DefaultValue("en") String language) {
    AccountConnection connection = connections.find(id).orElseThrow(NotFoundException::new);
    String who = ConnectForm.line(name);
    String to = ConnectForm.line(email);
    if (who.isEmpty() || who.length() > LONGEST_NAME) {
      return refused(connection, Sentence.of("Enter the person's name."));
    }
    if (!PersonForm.isEmail(to)) {
      return refused(connection, Sentence.of("Enter an email address such as name@example.org."));
    }
    boolean sent =
        invitations.send(id, who, to, language.equals("es") ? "es" : "en", viewer.userName());
    return sent
        ? back(id)
        : refused(
            connection,
            Sentence.of(
                "No link was sent. The account is connected already, or {1} links went out in the last 24 hours.",
                ConnectionInvitations.MOST_A_DAY));
  }

  private Response refused(AccountConnection connection, Sentence problem) {
    TemplateInstance page =
        ConnectPages.Templates.connection(
            ConnectionView.of(connection, viewer.userName()),
            invitations.of(connection.connectionId()),
            handover.obstacle(),
            problem);
    return Response.status(422).entity(page).build();
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/connections/" + id)).build();
  }

  @POST
  @Path("revocation")
  public Response revoke(@PathParam("id") UUID id) {
    AccountConnection connection = connections.find(id).orElseThrow(NotFoundException::new);
    invitations.revoke(connection.connectionId(), viewer.userName());
    return back(id);
  }
}
