package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.access.code.Base32;
import hallmonitor.moderation.console.access.code.QrSvg;
import hallmonitor.moderation.console.access.passkey.RelyingParty;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;

/** A person's own page about signing in: the password, the second factor, and the sessions. */
@Path("/security")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class SecurityPages {
  /**
   * The state.
   *
   * @param on whether an authenticator app is set up
   * @param secondFactor whether there is an app or a passkey
   * @param asked whether the district requires one, so that the last one stays
   * @param recoveryCodes number of unused ones
   * @param singleSignOn whether this session came from it
   * @param sessions all of the person's, the last used one first
   */
  record State(
      boolean on,
      boolean secondFactor,
      boolean asked,
      int recoveryCodes,
      boolean singleSignOn,
      List<StoredSessions.Listed> sessions) {}

  /**
   * The passkeys.
   *
   * @param place the address at which the console has passkeys; empty for none
   * @param offered whether the page is opened there
   * @param fresh whether this session may change them
   */
  record PasskeyState(List<Passkey> all, String place, boolean offered, boolean fresh) {
    public boolean copied() {
      return all.stream().anyMatch(Passkey::cloned);
    }
  }

  @CheckedTemplate(basePath = "console/access")
  static class Templates {
    static native TemplateInstance security(State state, PasskeyState passkeys, Sentence problem);

    static native TemplateInstance secondFactor(String secret, Sentence problem);

    static native TemplateInstance recoveryCodes(List<String> codes);
  }

  private static final String ISSUER = "Hall Monitor";

  private static final Sentence LAST =
      Sentence.of(
          "Your district requires a code at every sign-in, so you can't turn it off. Add a passkey"
              + " first.");

  private final Viewer viewer;
  private final OwnPassword ownPassword;
  private final SecondFactors factors;
  private final BrowserSessions browsers;
  private final StoredSessions sessions;
  private final ConsoleUsers people;
  private final SecondFactorRule rule;
  private final Passkeys passkeys;
  private final SecondFactorChanges changes;
  private final ConsoleAddress address;
  private final SessionCookie cookie;
  private final RecentSignIn recent;

  SecurityPages(
      Viewer viewer,
      OwnPassword ownPassword,
      SecondFactors factors,
      BrowserSessions browsers,
      StoredSessions sessions,
      ConsoleUsers people,
      SecondFactorRule rule,
      Passkeys passkeys,
      SecondFactorChanges changes,
      ConsoleAddress address,
      SessionCookie cookie,
      RecentSignIn recent) {
    this.viewer = viewer;
    this.ownPassword = ownPassword;
    this.factors = factors;
    this.browsers = browsers;
    this.sessions = sessions;
    this.people = people;
    this.rule = rule;
    this.passkeys = passkeys;
    this.changes = changes;
    this.address = address;
    this.cookie = cookie;
    this.recent = recent;
  }

  @GET
  public Response security() {
    return page(Sentence.NONE);
  }

  Response page(Sentence problem) {
    ConsoleUser person = person();
    State state =
        new State(
            factors.hasApp(person.userName()),
            person.secondFactor(),
            isAsked(),
            factors.recoveryCodesLeft(person.userName()),
            viewer.bySingleSignOn(),
            sessions.of(person.userName()));
    Optional<RelyingParty> party = address.relyingParty();
    PasskeyState known =
        new PasskeyState(
            passkeys.of(person.userName()),
            party.map(RelyingParty::origin).orElse(""),
            party.filter(viewer::isAt).isPresent(),
            recent.refusal().isEmpty());
    return Response.status(problem.isEmpty() ? 200 : 422)
        .entity(Templates.security(state, known, problem))
        .build();
  }

  /** Ends this session and leads back here by a new sign-in, whichever way the person likes. */
  @POST
  @Path("again")
  public Response signInAgain(RoutingContext context) {
    person();
    browsers.end(context);
    cookie.keepReturn("/security", context);
    return to("/sign-in");
  }

  /** Replaces the recovery codes and shows the new ones, once. */
  @POST
  @Path("recovery-codes")
  public Response newRecoveryCodes() {
    ConsoleUser person = person();
    return recent
        .refusal()
        .map(this::page)
        .or(() -> changes.newRecoveryCodes(person.userName()).map(this::recoveryCodes))
        .orElseGet(() -> to("/security"));
  }

  Response recoveryCodes(List<String> codes) {
    return Response.ok(Templates.recoveryCodes(codes)).build();
  }

  /** Returns whether the district requires a second factor of this person. */
  boolean isAsked() {
    return SignInStep.asked(person(), rule.current());
  }

  @POST
  @Path("second-factor")
  public Response begin() {
    factors.begin(person().userName());
    return to("/security/second-factor");
  }

  @GET
  @Path("second-factor")
  public Response setUp() {
    return setUpPage(Sentence.NONE);
  }

  private Response setUpPage(Sentence problem) {
    return factors
        .begun(person().userName())
        .map(
            secret ->
                Response.status(problem.isEmpty() ? 200 : 422)
                    .entity(
                        Templates.secondFactor(Base32.grouped(Base32.encode(secret), ' '), problem))
                    .build())
        .orElseGet(() -> to("/security"));
  }

  /** Available only during setup; no-store like every page. */
  @GET
  @Path("second-factor/picture")
  @Produces("image/svg+xml")
  public String picture() {
    byte[] secret = factors.begun(person().userName()).orElseThrow(NotFoundException::new);
    return QrSvg.of(
        "otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s&algorithm=SHA1&digits=6&period=30"
            .formatted(
                URLEncoder.encode(ISSUER, UTF_8).replace("+", "%20"),
                person().userName(),
                Base32.encode(secret)));
  }

  /** Shows the recovery codes, once. */
  @POST
  @Path("second-factor/confirm")
  public Response confirm(
      @FormParam("password") String password,
      @FormParam("code") String code,
      RoutingContext context) {
    ConsoleUser person = person();
    if (!isOwn(person, password)) {
      return setUpPage(OwnPassword.WRONG);
    }
    Optional<List<String>> codes = factors.confirm(person.userName(), text(code));
    if (codes.isEmpty()) {
      return setUpPage(
          Sentence.of(
              "That code does not match. Check that your phone's clock is right, and enter the code"
                  + " that it shows now."));
    }
    // All other sessions have ended; this browser has just proved both factors.
    giveSession(person, context);
    return recoveryCodes(codes.get());
  }

  @POST
  @Path("second-factor/off")
  public Response turnOff(
      @FormParam("password") String password,
      @FormParam("code") String code,
      RoutingContext context) {
    ConsoleUser person = person();
    boolean asked = isAsked();
    if (asked && !passkeys.opens(person.userName())) {
      return page(LAST);
    }
    if (!isOwn(person, password)) {
      return page(OwnPassword.WRONG);
    }
    if (!factors.opens(person.userName(), text(code))) {
      return page(Sentence.of("That code is not correct. Wait for the next one and enter it."));
    }
    if (!changes.removeApp(person.userName(), asked)) {
      return page(LAST);
    }
    giveSession(person, context);
    return to("/security");
  }

  private boolean isOwn(ConsoleUser person, String password) {
    return ownPassword.isRight(person, viewer.session(), text(password), viewer.network());
  }

  private void giveSession(ConsoleUser person, RoutingContext context) {
    browsers.begin(person.userName(), Session.Way.PASSWORD, person.passwordHash(), context);
  }

  /** Ends one of the person's sessions, in another browser. */
  @POST
  @Path("sessions/end")
  public Response endSession(@FormParam("session") String session) {
    sessions.end(person().userName(), text(session));
    return to("/security");
  }

  /** Also ends the session of this browser: what else is open with it may be a stranger's. */
  @POST
  @Path("sign-out-everywhere")
  public Response signOutEverywhere(RoutingContext context) {
    people.signOutEverywhere(person().userName());
    browsers.end(context);
    return to("/sign-in?out=yes");
  }

  ConsoleUser person() {
    if (viewer.mustChangePassword()) {
      throw new ForbiddenException();
    }
    return viewer.person().orElseThrow();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
