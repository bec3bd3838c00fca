package hallmonitor.moderation.console.language;

import hallmonitor.moderation.console.access.ConsoleAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** Lets a reader choose the console's language, stored only in their browser. */
@Path("/language")
public class LanguagePages {
  private static final int KEPT = (int) Duration.ofDays(400).toSeconds();

  private final ConsoleAddress address;

  LanguagePages(ConsoleAddress address) {
    this.address = address;
  }

  /**
   * Chooses a language.
   *
   * @param back address of the next page; an address outside the console leads to the start
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
              .secure(address.isSecure(context.request()))
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
