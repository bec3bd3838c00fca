package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.access.code.Base32;
import hallmonitor.moderation.console.access.code.QrSvg;
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

/** A person's own page about signing in: the password, and the second factor. */
@Path("/security")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class SecurityPages {
  /**
   * The state.
   *
   * @param on whether a code is required
   * @param asked whether the district requires one, so that it cannot be turned off
   * @param recoveryCodes number of unused ones
   * @param singleSignOn whether this session came from it
   * @param sessions all of the person's, the last used one first
   */
  record State(
      boolean on,
      boolean asked,
      int recoveryCodes,
      boolean singleSignOn,
      List<StoredSessions.Listed> sessions) {}

  @CheckedTemplate(basePath = "console/access")
  static class Templates {
    static native TemplateInstance security(State state, Sentence problem);

    static native TemplateInstance secondFactor(String secret, Sentence problem);

    static native TemplateInstance recoveryCodes(List<String> codes);
  }

  private static final String ISSUER = "Hall Monitor";

  private final Viewer viewer;
  private final OwnPassword ownPassword;
  private final SecondFactors factors;
  private final BrowserSessions browsers;
  private final StoredSessions sessions;
  private final ConsoleUsers people;
  private final SecondFactorRule rule;

  SecurityPages(
      Viewer viewer,
      OwnPassword ownPassword,
      SecondFactors factors,
      BrowserSessions browsers,
      StoredSessions sessions,
      ConsoleUsers people,
      SecondFactorRule rule) {
    this.viewer = viewer;
    this.ownPassword = ownPassword;
    this.factors = factors;
    this.browsers = browsers;
    this.sessions = sessions;
    this.people = people;
    this.rule = rule;
  }

  @GET
  public Response security() {
    return page(Sentence.NONE);
  }

  private Response page(Sentence problem) {
    ConsoleUser person = person();
    State state =
        new State(
            person.secondFactor(),
            SignInStep.asked(person, rule.current()),
            factors.recoveryCodesLeft(person.userName()),
            viewer.bySingleSignOn(),
            sessions.of(person.userName()));
    return Response.status(problem.isEmpty() ? 200 : 422)
        .entity(Templates.security(state, problem))
        .build();
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
    return Response.ok(Templates.recoveryCodes(codes.get())).build();
  }

  @POST
  @Path("second-factor/off")
  public Response turnOff(
      @FormParam("password") String password,
      @FormParam("code") String code,
      RoutingContext context) {
    ConsoleUser person = person();
    if (SignInStep.asked(person, rule.current())) {
      return page(
          Sentence.of("Your district requires a code at every sign-in, so you can't turn it off."));
    }
    if (!isOwn(person, password)) {
      return page(OwnPassword.WRONG);
    }
    if (!factors.opens(person.userName(), text(code))) {
      return page(Sentence.of("That code is not correct. Wait for the next one and enter it."));
    }
    factors.remove(person.userName(), "second-factor-turned-off", person.userName());
    giveSession(person, context);
    return to("/security");
  }

  private boolean isOwn(ConsoleUser person, String password) {
    return ownPassword.isRight(person, viewer.session(), text(password), viewer.network());
  }

  private void giveSession(ConsoleUser person, RoutingContext context) {
    browsers.begin(person.userName(), Session.Way.PASSWORD, person.passwordHash(), context);
  }

  /** Also ends the session of this browser: what else is open with it may be a stranger's. */
  @POST
  @Path("sign-out-everywhere")
  public Response signOutEverywhere(RoutingContext context) {
    people.signOutEverywhere(person().userName());
    browsers.end(context);
    return to("/sign-in?out=yes");
  }

  private ConsoleUser person() {
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
