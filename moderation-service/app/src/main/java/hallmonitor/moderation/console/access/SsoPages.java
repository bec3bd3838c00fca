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
import org.jboss.logging.Logger;

/** To the provider and back. */
@Path("/sign-in/sso")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class SsoPages {
  private static final Logger LOG = Logger.getLogger(SsoPages.class);

  @CheckedTemplate(basePath = "console/access")
  static class Templates {
    static native TemplateInstance signedIn(String page);
  }

  private final SingleSignOn singleSignOn;
  private final SsoCookie attempt;
  private final SessionCookie session;
  private final SignInPages signIn;

  SsoPages(
      SingleSignOn singleSignOn, SsoCookie attempt, SessionCookie session, SignInPages signIn) {
    this.singleSignOn = singleSignOn;
    this.attempt = attempt;
    this.session = session;
    this.signIn = signIn;
  }

  @GET
  public Response ask(RoutingContext context) {
    known();
    Flow flow = Flow.begin(session.takeReturn(context));
    try {
      Response there = Response.seeOther(singleSignOn.ask(flow)).build();
      attempt.give(flow, context);
      return there;
    } catch (SsoRefused e) {
      return refused(e);
    }
  }

  /**
   * Answers with a page that goes on by itself, not with a redirect: the session's cookie is not
   * sent along a chain of redirects that another site began.
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
                              "This sign-in was used already, took longer than 10 minutes, or began"
                                  + " in another browser. Begin once more here."),
                          "no such state"));
      if (error != null || code == null || code.isBlank()) {
        throw new SsoRefused(
            Sentence.of("You did not finish signing in with your account. Begin once more here."),
            "the provider answered without a code");
      }
      session.give(singleSignOn.signIn(code, flow), context);
      return Response.ok(Templates.signedIn(flow.returnTo())).build();
    } catch (SsoRefused e) {
      return refused(e);
    }
  }

  private Response refused(SsoRefused e) {
    LOG.warnf(
        "single sign-on refused: %s", String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " "));
    return signIn.page(403, e.sentence(), Sentence.NONE);
  }

  private void known() {
    if (!singleSignOn.isConfigured()) {
      throw new NotFoundException();
    }
  }
}
