package hallmonitor.notifier.service;

import hallmonitor.messaging.http.PictureType;
import hallmonitor.notifier.answer.AnswerLinks;
import hallmonitor.notifier.answer.AnswerLinks.Reply;
import hallmonitor.notifier.answer.AnswerPageRequest;
import hallmonitor.notifier.answer.AnswerRequest;
import hallmonitor.notifier.answer.AnswerTemplate;
import hallmonitor.notifier.answer.LinkLimits;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a notice's link. GET, HEAD and OPTIONS change nothing and set nothing, since mail
 * scanners follow links; answering or showing is a POST with a choice that is not preselected.
 * After words were opened, a cookie distinguishes this browser from others that may have the link;
 * only with it is a picture shown, which is recorded.
 */
@Path("/answer/{token}")
@Blocking
public class AnswerResource {

  private static final String NOTHING_BUT_OUR_STYLE =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** For a stranger's bytes, in case a browser ever opens them as a page. */
  private static final String NOTHING = "default-src 'none'; sandbox";

  /** The cookie that tells browsers apart, for longer than a link lives. */
  private static final String BROWSER = "answer-browser";

  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final Pattern KNOWN = Pattern.compile("[0-9a-f-]{36}");

  private static final LinkLimits LIMITS = new LinkLimits(System::nanoTime);

  private final NotifierWiring wiring;
  private final VisitorAddress addresses;
  private final AnswerTemplate template = new AnswerTemplate();

  AnswerResource(NotifierWiring wiring, VisitorAddress addresses) {
    this.wiring = wiring;
    this.addresses = addresses;
  }

  @GET
  public Response look(
      @PathParam("token") String token,
      @QueryParam("open") String open,
      @QueryParam("picture") String picture,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request) {
    return limited(token, request)
        .orElseGet(
            () ->
                reply(
                    token,
                    wiring
                        .answers()
                        .look(
                            token,
                            new AnswerPageRequest(looked(token, headers), id(open), id(picture)))));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("token") String token,
      MultivaluedMap<String, String> form,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request) {
    return limited(token, request)
        .orElseGet(
            () -> {
              String browser = browser(headers);
              Reply reply = wiring.answers().answer(token, asked(token, form, headers), browser);
              wiring.notifier().ifPresent(n -> n.wake());
              return known(Response.fromResponse(reply(token, reply)), browser);
            });
  }

  /** Returns a picture of a comment if its words were opened in this browser. */
  @GET
  @Path("picture/{case}/{id}")
  public Response picture(
      @PathParam("token") String token,
      @PathParam("case") String caseId,
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request) {
    return limited(token, request)
        .orElseGet(
            () ->
                id(caseId)
                    .flatMap(
                        of ->
                            id(id)
                                .flatMap(
                                    which ->
                                        wiring
                                            .answers()
                                            .picture(token, looked(token, headers), of, which)))
                    .flatMap(
                        bytes ->
                            PictureType.of(bytes)
                                .map(type -> Response.ok(bytes).type(type.mediaType())))
                    .map(found -> guarded(found, NOTHING).build())
                    .orElseGet(() -> guarded(Response.status(404)).build()));
  }

  private static AnswerRequest asked(
      String token, MultivaluedMap<String, String> form, HttpHeaders headers) {
    String look = orEmpty(form.getFirst("look"));
    return new AnswerRequest(
        orEmpty(form.getFirst("choice")),
        id(form.getFirst("case")),
        orEmpty(form.getFirst("to")),
        orEmpty(form.getFirst("note")),
        form.getOrDefault("outcome", List.of()),
        form.containsKey("sure"),
        look.isEmpty() ? looked(token, headers) : look);
  }

  private static Optional<UUID> id(@Nullable String text) {
    try {
      return Optional.of(UUID.fromString(orEmpty(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Links of different escalations have different cookies, so that one does not end another. */
  private static String cookie(String token) {
    return "look-" + Integer.toHexString(token.hashCode());
  }

  private static String looked(String token, HttpHeaders headers) {
    Cookie found = headers.getCookies().get(cookie(token));
    return found == null ? "" : orEmpty(found.getValue());
  }

  /** Returns what tells this browser from others; a new one if it has none yet. */
  private static String browser(HttpHeaders headers) {
    Cookie found = headers.getCookies().get(BROWSER);
    return found == null || !KNOWN.matcher(orEmpty(found.getValue())).matches()
        ? UUID.randomUUID().toString()
        : found.getValue();
  }

  /** Only an answer to a form sets it: opening a link sets nothing. */
  private Response known(ResponseBuilder response, String browser) {
    return response
        .cookie(
            new NewCookie.Builder(BROWSER)
                .value(browser)
                .path("/answer")
                .maxAge((int) REMEMBERED.toSeconds())
                .httpOnly(true)
                .secure(wiring.answersAreEncrypted())
                .sameSite(NewCookie.SameSite.LAX)
                .build())
        .build();
  }

  private Optional<Response> limited(String token, HttpServerRequest request) {
    String from = addresses.of(request);
    boolean tooMany = LIMITS.isTooMany(wiring.answers().isOurs(token), token, from);
    return tooMany
        ? Optional.of(html(429, template.tooMany()).header(HttpHeaders.RETRY_AFTER, "60").build())
        : Optional.empty();
  }

  private Response reply(String token, Reply reply) {
    if (reply instanceof Reply.Show it) {
      return html(200, template.page(it.page())).build();
    }
    if (reply instanceof Reply.Looked it) {
      // Lax and not strict: the page is also opened from webmail.
      return html(200, template.page(it.page()))
          .cookie(
              new NewCookie.Builder(cookie(token))
                  .value(it.look())
                  .maxAge((int) AnswerLinks.SHOWN_FOR.toSeconds())
                  .httpOnly(true)
                  .secure(wiring.answersAreEncrypted())
                  .sameSite(NewCookie.SameSite.LAX)
                  .build())
          .build();
    }
    if (reply instanceof Reply.Lacking it) {
      return html(422, template.page(it.page())).build();
    }
    if (reply instanceof Reply.NoLonger it) {
      return html(403, template.noLonger(it.language(), it.instead())).build();
    }
    if (reply instanceof Reply.RunOut it) {
      return html(410, template.runOut(it.language())).build();
    }
    if (reply instanceof Reply.NotValid) {
      return html(404, template.notValid()).build();
    }
    // Redirects to the same address by GET, so that a reload does not answer again.
    String open =
        ((Reply.Answered) reply).caseId().map(id -> "?open=" + id + "#c-" + id).orElse("?");
    return guarded(Response.status(303).header(HttpHeaders.LOCATION, open)).build();
  }

  private static ResponseBuilder html(int status, String page) {
    return guarded(Response.status(status).entity(page).type("text/html;charset=UTF-8"));
  }

  private static ResponseBuilder guarded(ResponseBuilder response) {
    return guarded(response, NOTHING_BUT_OUR_STYLE);
  }

  private static ResponseBuilder guarded(ResponseBuilder response, String allowed) {
    return response
        .header("Content-Security-Policy", allowed)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
