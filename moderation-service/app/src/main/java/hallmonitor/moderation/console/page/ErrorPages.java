package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.access.HashingBusy;
import hallmonitor.moderation.console.access.NotPermitted;
import hallmonitor.moderation.console.access.OpenPagesBusy;
import hallmonitor.moderation.console.access.Refusals;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows every error as a page that says what to do. */
public class ErrorPages {
  private static final System.Logger LOG = System.getLogger(ErrorPages.class.getName());

  @CheckedTemplate(basePath = "console/page")
  static class Templates {
    static native TemplateInstance error(int status, Sentence title, Sentence sentence);
  }

  private final Viewer viewer;
  private final Refusals refusals;
  private final RoutingContext request;

  ErrorPages(Viewer viewer, Refusals refusals, RoutingContext request) {
    this.viewer = viewer;
    this.refusals = refusals;
    this.request = request;
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException e) {
    return page(
        404,
        Sentence.of("Page not found"),
        Sentence.of("This page or case does not exist. Go back to the queue."));
  }

  /**
   * Redirects a person who must do something first, such as choose a password, to the page for it.
   */
  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    if (viewer.isSignedIn() && !viewer.isReady()) {
      return Response.seeOther(URI.create(viewer.firstPage())).build();
    }
    refusals.note(Refusals.Why.ACCESS, request);
    return page(
        403,
        Sentence.of("You don't have access"),
        e instanceof NotPermitted refused
            ? refused.sentence()
            : Sentence.of(
                "Your role can't open this page. Ask an administrator for access, or go back to"
                    + " the queue."));
  }

  @ServerExceptionMapper
  Response busy(HashingBusy e) {
    return busy(Sentence.of("Too many sign-ins at once"), HashingBusy.SECONDS);
  }

  @ServerExceptionMapper
  Response busy(OpenPagesBusy e) {
    return busy(Sentence.of("Too many visitors at once"), OpenPagesBusy.SECONDS);
  }

  private Response busy(Sentence title, int seconds) {
    Response page =
        page(
            503,
            title,
            Sentence.of("Nothing was changed. Wait a few seconds, go back, and try again."));
    return Response.fromResponse(page).header("Retry-After", seconds).build();
  }

  @ServerExceptionMapper
  Response other(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    return page(
        status,
        Sentence.of("That did not work"),
        Sentence.of(
            "The console could not read this request. Go back, reload the page, and try again."));
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException e) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(System.Logger.Level.ERROR, "error %s while a page was made".formatted(id), e);
    return page(
        500,
        Sentence.of("Something went wrong"),
        Sentence.of(
            "Nothing was changed. Try again. If it happens again, give the number {1} to the"
                + " server's administrator.",
            id));
  }

  /** Replaces the form guard's refusal, which has no text. */
  @ServerResponseFilter
  void expiredForm(ContainerResponseContext response) {
    if (response.getStatus() == 400 && !response.hasEntity()) {
      refusals.note(Refusals.Why.FORM, request);
      response.setEntity(
          render(
              400,
              Sentence.of("This form has expired"),
              Sentence.of("Nothing was changed. Go back, reload the page, and send it again.")),
          null,
          MediaType.TEXT_HTML_TYPE);
    }
  }

  private Response page(int status, Sentence title, Sentence sentence) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(render(status, title, sentence))
        .build();
  }

  private String render(int status, Sentence title, Sentence sentence) {
    viewer.meetAnError();
    return Templates.error(status, title, sentence).render();
  }
}
