package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.passkey.RelyingParty;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Signing in with name, password and the optional code; changing the password; signing out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInPages {
  /** Where the link of an invitation leads. */
  public static final String INVITED = "/sign-in/invitation/";

  /**
   * The options of the sign-in page.
   *
   * @param passwords whether it asks for a name and a password
   * @param passkeys whether it offers passkeys, too
   * @param singleSignOn the provider's display name; empty if there is none
   */
  record Ways(boolean passwords, boolean passkeys, CharSequence singleSignOn) {}

  /**
   * What may follow the password, besides a recovery code.
   *
   * @param app whether the person has an authenticator app
   * @param passkeys whether the person has passkeys that work here
   * @param place the address at which their passkeys work, if not here; otherwise empty
   */
  record Due(boolean app, boolean passkeys, String place) {}

  @CheckedTemplate(basePath = "console/access")
  static class Templates {
    static native TemplateInstance signIn(Ways ways, Sentence problem, Sentence done);

    static native TemplateInstance signInCode(Due due, Sentence problem);

    static native TemplateInstance password(boolean forced, Sentence problem);
  }

  private static final Sentence FAILED =
      Sentence.of(
          "The name or password is not correct. After several failed attempts, sign-in is paused"
              + " for a few minutes.");

  private static final Sentence OFTEN =
      Sentence.of("Too many attempts from your network. Wait a minute, and try again.");

  private final Viewer viewer;
  private final ConsoleUsers people;
  private final PasswordSignIn passwordSignIn;
  private final AttemptRate rate;
  private final DeviceCookie device;
  private final NewPasswords newPasswords;
  private final OwnPassword ownPassword;
  private final PasswordAvailability availability;
  private final SingleSignOn singleSignOn;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final ConsoleAddress address;
  private final BrowserSessions sessions;
  private final SessionCookie cookie;

  SignInPages(
      Viewer viewer,
      ConsoleUsers people,
      PasswordSignIn passwordSignIn,
      AttemptRate rate,
      DeviceCookie device,
      NewPasswords newPasswords,
      OwnPassword ownPassword,
      PasswordAvailability availability,
      SingleSignOn singleSignOn,
      SecondFactors factors,
      Passkeys passkeys,
      ConsoleAddress address,
      BrowserSessions sessions,
      SessionCookie cookie) {
    this.viewer = viewer;
    this.people = people;
    this.passwordSignIn = passwordSignIn;
    this.rate = rate;
    this.device = device;
    this.newPasswords = newPasswords;
    this.ownPassword = ownPassword;
    this.availability = availability;
    this.singleSignOn = singleSignOn;
    this.factors = factors;
    this.passkeys = passkeys;
    this.address = address;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @GET
  @Path("sign-in")
  @PermitAll
  public Response signIn(
      @QueryParam("failed") String failed,
      @QueryParam("changed") String changed,
      @QueryParam("out") String out) {
    if (viewer.isSignedIn()) {
      return to("/");
    }
    if (viewer.half().isPresent()) {
      return codePage(Sentence.NONE);
    }
    Sentence done = Sentence.NONE;
    if (changed != null) {
      done = Sentence.of("Your password has changed. Sign in with the new one.");
    } else if (out != null) {
      done = Sentence.of("You are signed out on all devices.");
    }
    return page(200, failed == null ? Sentence.NONE : FAILED, done);
  }

  /** Handles name and password. With a second factor, they only lead to the page for the code. */
  @POST
  @Path("sign-in")
  @PermitAll
  public Response enter(
      @FormParam("name") String name,
      @FormParam("password") String password,
      RoutingContext context) {
    Optional<Response> tooMany = tooMany(context);
    if (tooMany.isPresent()) {
      return tooMany.get();
    }
    return passwordSignIn
        .signIn(text(name), text(password), viewer.network(), device.read(context))
        .filter(person -> begin(person, context))
        .map(person -> to(person.secondFactor() ? "/sign-in" : cookie.takeReturn(context)))
        .orElseGet(() -> to("/sign-in?failed=yes"));
  }

  private boolean begin(ConsoleUser person, RoutingContext context) {
    Session.Way way = person.secondFactor() ? Session.Way.HALF : Session.Way.PASSWORD;
    boolean begun = sessions.begin(person.userName(), way, person.passwordHash(), context);
    if (begun && way == Session.Way.PASSWORD) {
      people.signedIn(person.userName(), "password");
    }
    return begun;
  }

  /** Counts an attempt, and returns the answer if there were too many. */
  Optional<Response> tooMany(RoutingContext context) {
    String source =
        device.read(context).map(known -> known.id().toString()).orElseGet(viewer::network);
    return rate.mayTry(source)
        ? Optional.empty()
        : Optional.of(
            Response.fromResponse(page(429, OFTEN, Sentence.NONE))
                .header("Retry-After", rate.pause().toSeconds())
                .build());
  }

  Response page(int status, Sentence problem, Sentence done) {
    Ways ways = new Ways(availability.isShown(), isPasskeysHere(), singleSignOn.label());
    return Response.status(status).entity(Templates.signIn(ways, problem, done)).build();
  }

  /** Asks for the second factor; only for a person who entered the password. */
  Response codePage(Sentence problem) {
    String name = viewer.half().orElseThrow().userName();
    boolean has = !passkeys.of(name).isEmpty();
    boolean here = isPasskeysHere();
    String place = address.relyingParty().map(RelyingParty::origin).filter(p -> !here).orElse("");
    Due due = new Due(factors.hasApp(name), has && here, has ? place : "");
    return Response.status(problem.isEmpty() ? 200 : 422)
        .entity(Templates.signInCode(due, problem))
        .build();
  }

  private boolean isPasskeysHere() {
    return address.relyingParty().filter(viewer::isAt).isPresent();
  }

  /** Handles the code as the second factor; there is no session before it. */
  @POST
  @Path("sign-in/code")
  @PermitAll
  public Response code(@FormParam("code") String code, RoutingContext context) {
    if (viewer.half().isEmpty()) {
      return page(422, Sentence.of("That took too long. Sign in again."), Sentence.NONE);
    }
    String name = viewer.half().get().userName();
    if (!factors.opens(name, text(code))) {
      return codePage(
          Sentence.of(
              "That code is not correct. Wait for the next one and enter it. After several failed"
                  + " attempts, wait a few minutes."));
    }
    if (!sessions.begin(name, Session.Way.PASSWORD, context)) {
      return to("/sign-in?failed=yes");
    }
    people.signedIn(name, "password and code");
    return to(cookie.takeReturn(context));
  }

  /** Lets a person who is asked for a code start over, possibly under another name. */
  @POST
  @Path("sign-in/again")
  @PermitAll
  public Response again(RoutingContext context) {
    sessions.end(context);
    return to("/sign-in");
  }

  @GET
  @Path("password")
  @Authenticated
  public TemplateInstance passwordForm() {
    return Templates.password(viewer.mustChangePassword(), Sentence.NONE);
  }

  @POST
  @Path("password")
  @Authenticated
  public Response changePassword(
      @FormParam("old") String old,
      @FormParam("next") String next,
      @FormParam("again") String again,
      RoutingContext context) {
    ConsoleUser person = viewer.person().orElseThrow();
    Optional<Sentence> problem = problem(person, text(old), text(next), text(again));
    if (problem.isPresent()) {
      return Response.status(422)
          .entity(Templates.password(viewer.mustChangePassword(), problem.get()))
          .build();
    }
    people.changePassword(person.userName(), newPasswords.hash(next));
    sessions.end(context);
    return to("/sign-in?changed=yes");
  }

  private Optional<Sentence> problem(ConsoleUser person, String old, String next, String again) {
    return newPasswords
        .problem(person, old, next, again)
        .or(
            () ->
                ownPassword.isRight(person, viewer.session(), old, viewer.network())
                    ? Optional.empty()
                    : Optional.of(OwnPassword.WRONG));
  }

  @POST
  @Path("sign-out")
  @Authenticated
  public Response signOut(RoutingContext context) {
    sessions.end(context);
    return to("/sign-in");
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
