package hallmonitor.notifier.service;

import hallmonitor.notifier.answer.AnswerTokens.Grant;
import hallmonitor.notifier.answer.DrillTemplate;
import hallmonitor.notifier.answer.LinkLimits;
import hallmonitor.settings.district.District.Person;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/**
 * The page behind the link of a drill. GET changes nothing, since mail scanners follow links;
 * answering is a POST.
 */
@Path("/answer/drill/{token}")
@Blocking
public class DrillResource {
  private static final String NOTHING_BUT_OUR_STYLE =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final LinkLimits LIMITS = new LinkLimits(System::nanoTime);

  private final NotifierWiring wiring;
  private final WatchWiring watch;
  private final VisitorAddress addresses;
  private final DrillTemplate template = new DrillTemplate();

  DrillResource(NotifierWiring wiring, WatchWiring watch, VisitorAddress addresses) {
    this.wiring = wiring;
    this.watch = watch;
    this.addresses = addresses;
  }

  @GET
  public Response look(@PathParam("token") String token, @Context HttpServerRequest request) {
    return page(token, request, false);
  }

  @POST
  public Response answer(@PathParam("token") String token, @Context HttpServerRequest request) {
    return page(token, request, true);
  }

  private Response page(String token, HttpServerRequest request, boolean answers) {
    Optional<Grant> grant = wiring.drillTokens().read(token);
    if (LIMITS.isTooMany(grant.isPresent(), token, addresses.of(request))) {
      return html(429, template.tooMany());
    }
    Optional<Grant> usable = grant.filter(given -> given.until().isAfter(Instant.now()));
    if (usable.isEmpty()) {
      return html(404, template.notValid());
    }
    String language =
        wiring.district().person(usable.get().person()).map(Person::language).orElse("en");
    if (!answers) {
      return html(200, template.question(language));
    }
    return watch.answerDrill(usable.get().conversation(), usable.get().person())
        ? html(200, template.thanks(language))
        : html(404, template.notValid());
  }

  private static Response html(int status, String page) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(page)
        .header("Content-Security-Policy", NOTHING_BUT_OUR_STYLE)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex")
        .build();
  }
}
