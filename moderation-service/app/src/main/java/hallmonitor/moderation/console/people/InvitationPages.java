package hallmonitor.moderation.console.people;

import hallmonitor.moderation.console.access.BrowserSessions;
import hallmonitor.moderation.console.access.ClientAddress;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.NewPasswords;
import hallmonitor.moderation.console.access.Session;
import hallmonitor.moderation.console.access.SignInPages;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * Where an invitation leads: the invited person chooses a password and is signed in. Only sending
 * the form uses up the link, so a mail scanner that opens it does no harm. A link that does not
 * work always gets the same answer.
 */
@Path("/sign-in/invitation/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class InvitationPages {
  static final String PATH = SignInPages.INVITED;

  @CheckedTemplate(basePath = "console/people")
  static class Templates {
    static native TemplateInstance invitation(
        Invitation invitation, CharSequence access, String token, Sentence problem);

    static native TemplateInstance invitationClosed(Sentence sentence);
  }

  private final Invitations invitations;
  private final InvitationThrottle throttle;
  private final ConsoleUsers people;
  private final NewPasswords passwords;
  private final BrowserSessions sessions;
  private final ClientAddress addresses;

  InvitationPages(
      Invitations invitations,
      InvitationThrottle throttle,
      ConsoleUsers people,
      NewPasswords passwords,
      BrowserSessions sessions,
      ClientAddress addresses) {
    this.invitations = invitations;
    this.throttle = throttle;
    this.people = people;
    this.passwords = passwords;
    this.sessions = sessions;
    this.addresses = addresses;
  }

  @GET
  public Response show(@PathParam("token") String token, RoutingContext context) {
    if (!throttle.mayTry(addresses.of(context.request()))) {
      return often();
    }
    return invitations
        .openedBy(new InvitationLink(token))
        .map(invitation -> page(invitation, token, Sentence.NONE))
        .orElseGet(InvitationPages::closed);
  }

  @POST
  public Response accept(
      @PathParam("token") String token,
      @FormParam("next") String next,
      @FormParam("again") String again,
      RoutingContext context) {
    if (!throttle.mayTry(addresses.of(context.request()))) {
      return often();
    }
    InvitationLink link = new InvitationLink(token);
    Optional<Invitation> invitation = invitations.openedBy(link);
    if (invitation.isEmpty()) {
      return closed();
    }
    Optional<Sentence> problem =
        passwords.problem(
            invitation.get().userName(),
            invitation.get().displayName(),
            invitation.get().email(),
            "",
            text(next),
            text(again));
    if (problem.isPresent()) {
      return page(invitation.get(), token, problem.get());
    }
    return invitations
        .accept(link, passwords.hash(text(next)))
        .map(name -> signedIn(name, context))
        .orElseGet(InvitationPages::closed);
  }

  /** With a second factor, the code is asked for as at any sign-in. */
  private Response signedIn(String name, RoutingContext context) {
    boolean code = people.named(name).map(ConsoleUser::secondFactor).orElse(true);
    Session.Way way = code ? Session.Way.HALF : Session.Way.PASSWORD;
    if (!sessions.begin(name, way, context)) {
      return closed();
    }
    if (!code) {
      people.signedIn(name, "invitation");
    }
    return Response.seeOther(URI.create(code ? "/sign-in" : "/")).build();
  }

  private Response page(Invitation invitation, String token, Sentence problem) {
    CharSequence access =
        people.named(invitation.userName()).map(p -> AccessWords.of(p.access())).orElse("");
    return Response.status(problem.isEmpty() ? 200 : 422)
        .entity(Templates.invitation(invitation, access, token, problem))
        .build();
  }

  private static Response closed() {
    return Response.status(404)
        .entity(
            Templates.invitationClosed(
                Sentence.of(
                    "This link was used, has expired or was replaced by a newer one. Ask an"
                        + " administrator for a new invitation.")))
        .build();
  }

  private static Response often() {
    return Response.status(429)
        .header("Retry-After", 3600)
        .entity(
            Templates.invitationClosed(
                Sentence.of("Too many attempts from your network. Try again in an hour.")))
        .build();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
