package hallmonitor.moderation.console.connect;

import hallmonitor.messaging.credential.CredentialPayload;
import hallmonitor.moderation.console.access.ClientAddress;
import hallmonitor.moderation.console.appeal.AppealRateLimit;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.ConnectionInvitation;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the link of an invitation leads: its holder signs the account in and sees whether that
 * worked, and no comment. Only a connected account uses up the link, so a mail scanner that opens
 * it does no harm, and a wrong password can be corrected.
 */
@Path("/connect/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class InvitedPages {
  private static final int GONE = 410;
  private static final int TOO_OFTEN = 429;

  @CheckedTemplate(basePath = "console/connect")
  static class Templates {
    static native TemplateInstance invited(
        ConnectionView view,
        ConnectionInvitation invitation,
        String district,
        String token,
        Sentence obstacle,
        Sentence problem);

    static native TemplateInstance invitedAnswer(ConnectionView view, String token);

    static native TemplateInstance invitedClosed(Sentence sentence);
  }

  private final ConnectionLinks links;
  private final Connections connections;
  private final CredentialHandover handover;
  private final AppealRateLimit limit;
  private final ConnectConfig config;
  private final LiveRules rules;
  private final ClientAddress addresses;

  InvitedPages(
      ConnectionLinks links,
      Connections connections,
      CredentialHandover handover,
      AppealRateLimit limit,
      ConnectConfig config,
      LiveRules rules,
      ClientAddress addresses) {
    this.links = links;
    this.connections = connections;
    this.handover = handover;
    this.limit = limit;
    this.config = config;
    this.rules = rules;
    this.addresses = addresses;
  }

  private District district() {
    return rules.district().current().value();
  }

  private Optional<InvitedConnection> find(String token) {
    return links
        .find(token)
        .flatMap(
            invitation ->
                connections
                    .find(invitation.connectionId())
                    .map(connection -> new InvitedConnection(invitation, connection)));
  }

  /** Also shows the result to the person with the password that used up the link. */
  @GET
  public Response show(@PathParam("token") String token, RoutingContext context) {
    if (!mayLook(context)) {
      return often();
    }
    Optional<InvitedConnection> found = find(token);
    if (found.isEmpty()) {
      return unknown();
    }
    boolean done = isDoneHere(found.get());
    Sentence closed = found.get().closed(district());
    return closed.isEmpty() || done ? page(found.get(), token, Sentence.NONE) : gone(closed);
  }

  private static boolean isDoneHere(InvitedConnection found) {
    return found.invitation().isUsed()
        && Connections.INVITATION.equals(found.connection().orderedBy());
  }

  private boolean mayLook(RoutingContext context) {
    String network = addresses.of(context.request());
    return limit.may("connect-look", network, config.looksAnHour());
  }

  private Response page(InvitedConnection found, String token, Sentence problem) {
    return Response.status(problem.isEmpty() ? 200 : 422)
        .entity(
            Templates.invited(
                ConnectionView.of(found.connection(), Connections.INVITATION),
                found.invitation(),
                district().name(),
                token,
                handover.obstacle(),
                problem))
        .build();
  }

  private static Response unknown() {
    return Response.status(404)
        .entity(
            Templates.invitedClosed(
                Sentence.of(
                    "This link doesn't work. Copy all of it from the email, or ask the person who sent it for another.")))
        .build();
  }

  private static Response gone(Sentence closed) {
    return Response.status(GONE).entity(Templates.invitedClosed(closed)).build();
  }

  private static Response often() {
    return Response.status(TOO_OFTEN)
        .header("Retry-After", 3600)
        .entity(
            Templates.invitedClosed(
                Sentence.of("Too many attempts from your network. Try again in an hour.")))
        .build();
  }

  /** Returns the answer once there is one; 204 until then. Its address is asked every second. */
  @GET
  @Path("answer")
  public Response answer(@PathParam("token") String token) {
    Optional<InvitedConnection> found = find(token);
    if (found.isEmpty()) {
      return unknown();
    }
    Sentence closed = found.get().closed(district());
    if (!closed.isEmpty() && !isDoneHere(found.get())) {
      return gone(closed);
    }
    AccountConnection connection = found.get().connection();
    return connection.isWaiting()
        ? Response.noContent().build()
        : Response.ok(
                Templates.invitedAnswer(
                    ConnectionView.of(connection, Connections.INVITATION), token))
            .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response handOver(
      @PathParam("token") String token,
      MultivaluedMap<String, String> sent,
      RoutingContext context) {
    return whileOpen(
        token,
        context,
        connection ->
            handover.send(
                connection,
                new CredentialPayload.Secret(
                    CredentialHandover.joined(
                        ConnectGuide.of(connection.platform()).orElseThrow(),
                        code -> ConnectForm.line(sent.getFirst(code)))),
                Connections.INVITATION));
  }

  /** Does something with the connection of a link, if the link works and is not used too often. */
  Response whileOpen(String token, RoutingContext context, Consumer<AccountConnection> act) {
    if (!mayLook(context)) {
      return often();
    }
    Optional<InvitedConnection> found = find(token);
    if (found.isEmpty()) {
      return unknown();
    }
    Sentence closed = found.get().closed(district());
    if (!closed.isEmpty()) {
      return gone(closed);
    }
    AccountConnection connection = found.get().connection();
    String kind = "connect-send:" + connection.connectionId();
    String network = addresses.of(context.request());
    if (!limit.may(kind, network, config.triesAnHour(), config.triesAnHour())) {
      return often();
    }
    try {
      act.accept(connection);
      return Response.seeOther(URI.create(ConnectionLinks.PATH + token)).build();
    } catch (CredentialHandover.NotTaken e) {
      return page(found.get(), token, e.sentence());
    }
  }
}
