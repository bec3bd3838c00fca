package hallmonitor.moderation.console.connect;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.messaging.credential.CredentialPayload;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.policy.AccountDrafting;
import hallmonitor.moderation.drafting.DraftRejected;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.ConnectionInvitation;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.moderation.store.connect.Disconnection;
import hallmonitor.moderation.store.connect.Disconnections;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * An administrator connects an account, or gives one that is connected another credential. Nothing
 * that is entered is shown again.
 */
@Path("/connections")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class ConnectPages {
  @CheckedTemplate(basePath = "console/connect")
  static class Templates {
    static native TemplateInstance connections(
        List<ConnectGuide> platforms,
        List<ConnectionView> underWay,
        List<Disconnection> disconnections);

    static native TemplateInstance connectNew(
        ConnectForm form, District district, Sentence problem);

    static native TemplateInstance connection(
        ConnectionView view, List<ConnectionInvitation> links, Sentence obstacle, Sentence problem);

    static native TemplateInstance connectionAnswer(ConnectionView view);
  }

  private final Connections connections;
  private final ConnectionInvitations invitations;
  private final Disconnections disconnections;
  private final CredentialHandover handover;
  private final AccountDrafting drafting;
  private final LiveRules rules;
  private final Viewer viewer;

  ConnectPages(
      Connections connections,
      ConnectionInvitations invitations,
      Disconnections disconnections,
      CredentialHandover handover,
      AccountDrafting drafting,
      LiveRules rules,
      Viewer viewer) {
    this.connections = connections;
    this.invitations = invitations;
    this.disconnections = disconnections;
    this.handover = handover;
    this.drafting = drafting;
    this.rules = rules;
    this.viewer = viewer;
  }

  private District district() {
    return rules.district().current().value();
  }

  /** What is connected and in the district's file is no longer listed. */
  @GET
  public TemplateInstance underWay() {
    return Templates.connections(
        ConnectGuide.all(),
        connections.underWay().stream()
            .filter(c -> !c.isConnected() || district().account(c.account()).isEmpty())
            .map(connection -> ConnectionView.of(connection, viewer.userName()))
            .toList(),
        disconnections.newest());
  }

  @GET
  @Path("new/{platform}")
  public TemplateInstance form(@PathParam("platform") String platform) {
    return Templates.connectNew(ConnectForm.empty(guide(platform)), district(), Sentence.NONE);
  }

  private static ConnectGuide guide(String platform) {
    return ConnectGuide.of(platform).orElseThrow(NotFoundException::new);
  }

  @POST
  @Path("new/{platform}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(
      @PathParam("platform") String platform, MultivaluedMap<String, String> sent) {
    ConnectForm form = ConnectForm.of(guide(platform), sent::getFirst);
    try {
      AccountConnection connection =
          form.checked(district(), connections.underWay(), viewer.userName());
      connections.begin(connection);
      return to(connection.connectionId());
    } catch (ConnectForm.Mistaken e) {
      return Response.status(422)
          .entity(Templates.connectNew(form, district(), e.sentence()))
          .build();
    }
  }

  private static Response to(UUID connection) {
    return Response.seeOther(URI.create("/connections/" + connection)).build();
  }

  /** Begins to give a connected account another credential; the old one works until then. */
  @POST
  @Path("renewal")
  public Response renew(@FormParam("account") @DefaultValue("") String id) {
    Account account = district().account(id).orElseThrow(NotFoundException::new);
    guide(account.platform());
    AccountConnection connection = ConnectForm.renewal(account, viewer.userName());
    connections.begin(connection);
    return to(connection.connectionId());
  }

  @GET
  @Path("{id}")
  public TemplateInstance one(@PathParam("id") UUID id) {
    return page(find(id), Sentence.NONE);
  }

  private AccountConnection find(UUID id) {
    return connections.find(id).orElseThrow(NotFoundException::new);
  }

  private TemplateInstance page(AccountConnection connection, Sentence problem) {
    return Templates.connection(
        ConnectionView.of(connection, viewer.userName()),
        invitations.of(connection.connectionId()),
        handover.obstacle(),
        problem);
  }

  /** Returns the answer once there is one; 204 until then. */
  @GET
  @Path("{id}/answer")
  public Response answer(@PathParam("id") UUID id) {
    AccountConnection connection = find(id);
    return connection.isWaiting()
        ? Response.noContent().build()
        : Response.ok(Templates.connectionAnswer(ConnectionView.of(connection, viewer.userName())))
            .build();
  }

  @POST
  @Path("{id}/credential")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response handOver(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    return whileAgreed(
        id,
        connection ->
            handover.send(
                connection,
                new CredentialPayload.Secret(
                    CredentialHandover.joined(
                        guide(connection.platform()),
                        code -> ConnectForm.line(sent.getFirst(code)))),
                viewer.userName()));
  }

  /** Does something with a connection, if its account is still where it was agreed. */
  Response whileAgreed(UUID id, Consumer<AccountConnection> act) {
    AccountConnection connection = find(id);
    if (InvitedConnection.isMoved(connection, district())) {
      return refused(
          connection,
          Sentence.of(
              "The account's web address was changed in the meantime. Begin again with the new one."));
    }
    try {
      act.accept(connection);
      return to(id);
    } catch (CredentialHandover.NotTaken e) {
      return refused(connection, e.sentence());
    }
  }

  private Response refused(AccountConnection connection, Sentence problem) {
    return Response.status(422).entity(page(connection, problem)).build();
  }

  /** Writes the connected account into a draft of the district's file. */
  @POST
  @Path("{id}/filing")
  public Response file(@PathParam("id") UUID id) {
    AccountConnection connection = find(id);
    if (!connection.isConnected() || connection.renewal() || connection.endedAt() != null) {
      throw new NotFoundException();
    }
    try {
      long draft =
          drafting.add(
              ConnectForm.fieldsOf(connection, guide(connection.platform())), viewer.userName());
      connections.filed(id, draft);
      return Response.seeOther(URI.create("/policy/drafts/" + draft)).build();
    } catch (DraftRejected e) {
      return refused(connection, e.sentence());
    }
  }

  /** A password that was stored for an account that the district does not have is removed. */
  @POST
  @Path("{id}/end")
  public Response end(@PathParam("id") UUID id) {
    AccountConnection connection = find(id);
    boolean unused =
        district().accounts().stream()
            .noneMatch(account -> account.credential().equals(connection.credential()));
    connections.end(connection, unused, viewer.userName());
    return Response.seeOther(URI.create("/connections")).build();
  }
}
