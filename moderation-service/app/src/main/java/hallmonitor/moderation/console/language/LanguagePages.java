package hallmonitor.moderation.console.language;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** Which language somebody reads the console in; known to their browser alone. */
@Path("/language")
public class LanguagePages {
  private static final int KEPT = (int) Duration.ofDays(400).toSeconds();

  /**
   * @param back the address of the page to go on with; whatever is none of this console is the
   *     start
   */
  @POST
  @PermitAll
  public Response choose(
      @FormParam("language") String language,
      @FormParam("back") String back,
      RoutingContext context) {
    Response.ResponseBuilder answer = Response.seeOther(within(back));
    if (language != null && ReaderLanguage.LANGUAGES.contains(language)) {
      answer.cookie(
          new NewCookie.Builder(ReaderLanguage.COOKIE)
              .value(language)
              .path("/")
              .maxAge(KEPT)
              .httpOnly(true)
              .secure(context.request().isSSL())
              .sameSite(NewCookie.SameSite.LAX)
              .build());
    }
    return answer.build();
  }

  private static URI within(String back) {
    try {
      URI page = URI.create(String.valueOf(back));
      String path = page.getRawPath();
      boolean own =
          !page.isAbsolute()
              && page.getRawAuthority() == null
              && path != null
              && path.startsWith("/")
              && !path.startsWith("//")
              && path.indexOf('\\') < 0;
      return own ? page : URI.create("/");
    } catch (IllegalArgumentException e) {
      return URI.create("/");
    }
  }
}
