package hallmonitor.notifier.service;

import hallmonitor.notifier.answer.AnswerLinks.Reply;
import hallmonitor.notifier.answer.AnswerTemplate;
import hallmonitor.notifier.answer.LinkLimits;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Objects;
import java.util.Optional;

/**
 * The page behind a notice's link. GET, HEAD and OPTIONS change nothing and set nothing, since mail
 * scanners follow links; an answer is a POST with a choice that is not preselected.
 */
@Path("/answer/{token}")
@Blocking
public class AnswerResource {

  private static final String NOTHING_BUT_OUR_STYLE =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final LinkLimits LIMITS = new LinkLimits(System::nanoTime);

  private final NotifierWiring wiring;
  private final AnswerTemplate template = new AnswerTemplate();

  AnswerResource(NotifierWiring wiring) {
    this.wiring = wiring;
  }

  @GET
  public Response look(@PathParam("token") String token, @Context HttpServerRequest request) {
    return limited(token, request).orElseGet(() -> reply(wiring.answers().look(token)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("token") String token,
      @FormParam("choice") String choice,
      @FormParam("to") String to,
      @FormParam("note") String note,
      @FormParam("cases") String cases,
      @Context HttpServerRequest request) {
    return limited(token, request)
        .orElseGet(
            () -> {
              Reply reply =
                  wiring
                      .answers()
                      .answer(token, orEmpty(choice), orEmpty(to), orEmpty(note), number(cases));
              wiring.notifier().ifPresent(n -> n.wake());
              return reply(reply);
            });
  }

  private Optional<Response> limited(String token, HttpServerRequest request) {
    String from = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    boolean tooMany = LIMITS.isTooMany(wiring.answers().isOurs(token), token, from);
    return tooMany
        ? Optional.of(html(429, template.tooMany()).header(HttpHeaders.RETRY_AFTER, "60").build())
        : Optional.empty();
  }

  private Response reply(Reply reply) {
    if (reply instanceof Reply.Show it) {
      return html(200, template.page(it.page())).build();
    }
    if (reply instanceof Reply.Lacking it) {
      return html(422, template.page(it.page())).build();
    }
    if (reply instanceof Reply.RunOut it) {
      return html(410, template.runOut(it.language())).build();
    }
    if (reply instanceof Reply.NotValid) {
      return html(404, template.notValid()).build();
    }
    // Redirects to the same address by GET, so that a reload does not answer again.
    return guarded(Response.status(303).header(HttpHeaders.LOCATION, "?")).build();
  }

  private static ResponseBuilder html(int status, String page) {
    return guarded(Response.status(status).entity(page).type("text/html;charset=UTF-8"));
  }

  private static ResponseBuilder guarded(ResponseBuilder response) {
    return response
        .header("Content-Security-Policy", NOTHING_BUT_OUR_STYLE)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** A value that the page did not write counts as no cases seen. */
  private static int number(String text) {
    return orEmpty(text).matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
