package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.sso.Flow;
import hallmonitor.moderation.console.access.sso.SsoRefused;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The pages that lead to the provider and back. */
@Path("/sign-in/sso")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class SsoPages {
  private static final System.Logger LOG = System.getLogger(SsoPages.class.getName());

  @CheckedTemplate(basePath = "console/access")
  static class Templates {
    static native TemplateInstance signedIn(String page);
  }

  private final SingleSignOn singleSignOn;
  private final SsoCookie attempt;
  private final BrowserSessions sessions;
  private final SessionCookie cookie;
  private final SignInPages signIn;
  private final InvitedPeople invited;

  SsoPages(
      SingleSignOn singleSignOn,
      SsoCookie attempt,
      BrowserSessions sessions,
      SessionCookie cookie,
      SignInPages signIn,
      InvitedPeople invited) {
    this.singleSignOn = singleSignOn;
    this.attempt = attempt;
    this.sessions = sessions;
    this.cookie = cookie;
    this.signIn = signIn;
    this.invited = invited;
  }

  @GET
  public Response ask(RoutingContext context) {
    known();
    Flow flow = Flow.begin(cookie.takeReturn(context));
    try {
      Response there = Response.seeOther(singleSignOn.ask(flow)).build();
      attempt.give(flow, context);
      return there;
    } catch (SsoRefused e) {
      return refused(e);
    }
  }

  /**
   * Answers with a page that moves on automatically, not with a redirect: browsers do not send the
   * session cookie along a chain of redirects that another site started.
   */
  @GET
  @Path("return")
  public Response comeBack(
      @QueryParam("state") String state,
      @QueryParam("code") String code,
      @QueryParam("error") String error,
      RoutingContext context) {
    known();
    try {
      Flow flow =
          attempt
              .take(context)
              .filter(begun -> state != null && begun.isState(state))
              .orElseThrow(
                  () ->
                      new SsoRefused(
                          Sentence.of(
                              "This sign-in was already used, took longer than 10 minutes, or"
                                  + " started in another browser. Start again here."),
                          "no such state"));
      if (error != null || code == null || code.isBlank()) {
        throw new SsoRefused(
            Sentence.of("You did not finish signing in. Start again here."),
            "the provider answered without a code");
      }
      String name = singleSignOn.signIn(code, flow);
      invited.cameIn(name);
      if (!sessions.begin(name, Session.Way.SINGLE_SIGN_ON, context)) {
        throw new SsoRefused(
            Sentence.of("Your access to the console was removed. Ask an administrator."),
            "the person was removed meanwhile");
      }
      return Response.ok(Templates.signedIn(flow.returnTo())).build();
    } catch (SsoRefused e) {
      return refused(e);
    }
  }

  private Response refused(SsoRefused e) {
    LOG.log(
        System.Logger.Level.WARNING,
        "single sign-on refused: {0}",
        String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " "));
    return signIn.page(403, e.sentence(), Sentence.NONE);
  }

  private void known() {
    if (!singleSignOn.isConfigured()) {
      throw new NotFoundException();
    }
  }
}
