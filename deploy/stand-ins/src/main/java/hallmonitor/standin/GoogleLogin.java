package hallmonitor.standin;

import hallmonitor.standin.web.RouteAnswer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Google's page on which a person lets a program act for a channel
 * (https://developers.google.com/identity/protocols/oauth2/web-server).
 */
final class GoogleLogin {
  private final GrantDesk desk;
  private final String refreshToken;

  GoogleLogin(String client, String secret, String refreshToken, InstantSource clock) {
    this.desk = new GrantDesk(client, secret, clock);
    this.refreshToken = refreshToken;
  }

  GrantDesk desk() {
    return desk;
  }

  /** Google asks a person again only if the program says so, and only then gives a new token. */
  RouteAnswer.Now page(StandInRequest request) {
    if (!desk.knows(request)) {
      return RouteAnswer.text(400, "Error 400: redirect_uri_mismatch");
    }
    if (!request.get("access_type").equals("offline")
        || !request.get("prompt").contains("consent")) {
      return RouteAnswer.text(400, "This stand-in knows only access while a person is away.");
    }
    return desk.page(request, Map.of("error", "access_denied"));
  }

  /**
   * Redeems a code.
   *
   * @param token makes an access token
   */
  RouteAnswer.Now redeem(StandInRequest request, Supplier<String> token) {
    GrantDesk.Redeemed redeemed = desk.redeem(request);
    if (redeemed.refused().isPresent()) {
      return switch (redeemed.refused().get()) {
        case CLIENT -> refusal(401, "invalid_client", "Unauthorized");
        case REDIRECT -> refusal(400, "redirect_uri_mismatch", "Bad Request");
        case VERIFIER -> refusal(400, "invalid_grant", "Invalid code verifier.");
        default -> refusal(400, "invalid_grant", "Bad Request");
      };
    }
    return RouteAnswer.ok(body(token.get(), redeemed.scopes()));
  }

  private Map<String, Object> body(String token, List<String> scopes) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", token);
    body.put("expires_in", 3599);
    body.put("refresh_token", refreshToken);
    body.put("scope", String.join(" ", scopes));
    body.put("token_type", "Bearer");
    return body;
  }

  private static RouteAnswer.Now refusal(int status, String error, String description) {
    return RouteAnswer.json(status, Map.of("error", error, "error_description", description));
  }
}
