package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.passkey.PasskeyOptions;
import hallmonitor.moderation.console.access.passkey.PasskeyRefused;
import hallmonitor.moderation.wording.Sentence;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Signing in with a passkey: alone, or after the password. */
@Path("/sign-in/passkey")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class PasskeySignInPages {
  private static final Sentence FAILED =
      Sentence.of("That passkey did not sign you in. Try again, or sign in another way.");

  private final Viewer viewer;
  private final ConsoleUsers people;
  private final PasskeyAnswers answers;
  private final PasskeySignIn passkeySignIn;
  private final SignInPages signIn;
  private final BrowserSessions sessions;
  private final SessionCookie cookie;

  PasskeySignInPages(
      Viewer viewer,
      ConsoleUsers people,
      PasskeyAnswers answers,
      PasskeySignIn passkeySignIn,
      SignInPages signIn,
      BrowserSessions sessions,
      SessionCookie cookie) {
    this.viewer = viewer;
    this.people = people;
    this.answers = answers;
    this.passkeySignIn = passkeySignIn;
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  /** Asks the browser for a signature; the script of the page passes it on. */
  @POST
  @Path("challenge")
  @Produces(MediaType.APPLICATION_JSON)
  public PasskeyOptions.Use challenge(RoutingContext context) {
    try {
      return answers.ask(viewer.half(), context);
    } catch (PasskeyRefused e) {
      throw new NotFoundException(e);
    }
  }

  @POST
  public Response enter(@FormParam("credential") String credential, RoutingContext context) {
    Optional<Response> tooMany = signIn.tooMany(context);
    if (tooMany.isPresent()) {
      return tooMany.get();
    }
    Optional<Session> half = viewer.half();
    return passkeySignIn
        .signIn(credential == null ? "" : credential, half, viewer.network(), context)
        .filter(person -> begin(person, half.isPresent(), context))
        .map(person -> Response.seeOther(URI.create(cookie.takeReturn(context))).build())
        .orElseGet(
            () ->
                half.isPresent()
                    ? signIn.codePage(FAILED)
                    : signIn.page(422, FAILED, Sentence.NONE));
  }

  private boolean begin(ConsoleUser person, boolean afterPassword, RoutingContext context) {
    Session.Way way = afterPassword ? Session.Way.PASSWORD : Session.Way.PASSKEY;
    boolean begun = sessions.begin(person.userName(), way, context);
    if (begun) {
      people.signedIn(person.userName(), afterPassword ? "password and passkey" : "passkey");
    }
    return begun;
  }
}
