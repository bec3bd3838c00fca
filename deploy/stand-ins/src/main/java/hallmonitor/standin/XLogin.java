package hallmonitor.standin;

import hallmonitor.standin.web.RouteAnswer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The three steps in which a person lets an app act for their account on X
 * (https://docs.x.com/fundamentals/authentication/oauth-1-0a/obtaining-user-access-tokens).
 */
public final class XLogin {
  private static final class Pending {
    private final String secret = UUID.randomUUID().toString();
    private String verifier = "";
    private boolean ended;
  }

  private final XGate gate;
  private final Map<String, Pending> pending = new HashMap<>();
  private String callback = "";

  XLogin(XGate gate) {
    this.gate = gate;
  }

  /** Approves an address to which browsers are sent back. */
  public synchronized void approve(String address) {
    callback = address;
  }

  /** Ends all request tokens. */
  public synchronized void endRequests() {
    pending.values().forEach(one -> one.ended = true);
  }

  synchronized RouteAnswer.Now answer(StandInRequest request, String url) {
    return switch (request.path()) {
      case "/oauth/request_token" -> begin(request, url);
      case "/oauth/authorize" -> page(request);
      case "/oauth/access_token" -> finish(request, url);
      default -> XGate.problem(404, "about:blank", "Not Found", "Not Found");
    };
  }

  private RouteAnswer.Now begin(StandInRequest request, String url) {
    if (!gate.isSigned(request, url, "", "")) {
      return error(401, 32, "Could not authenticate you.");
    }
    if (!request.get("oauth_callback").equals(callback)) {
      return error(
          403,
          415,
          "Callback URL not approved for this client application. Approved callback URLs can be adjusted in your application settings");
    }
    String token = UUID.randomUUID().toString();
    pending.put(token, new Pending());
    Map<String, String> body = new LinkedHashMap<>();
    body.put("oauth_token", token);
    body.put("oauth_token_secret", pending.get(token).secret);
    body.put("oauth_callback_confirmed", "true");
    return RouteAnswer.text(200, StandInRequest.query(body));
  }

  private RouteAnswer.Now page(StandInRequest request) {
    String token = request.get("oauth_token");
    Pending one = pending.get(token);
    if (one == null || one.ended) {
      return RouteAnswer.text(403, "The request token for this page is invalid.");
    }
    if (!request.has(GrantDesk.DECISION)) {
      return GrantDesk.question(request);
    }
    if (!request.get(GrantDesk.DECISION).equals(GrantDesk.ALLOW)) {
      one.ended = true;
      return GrantDesk.redirect(callback + "?" + StandInRequest.query(Map.of("denied", token)));
    }
    one.verifier = UUID.randomUUID().toString();
    Map<String, String> back = new LinkedHashMap<>();
    back.put("oauth_token", token);
    back.put("oauth_verifier", one.verifier);
    return GrantDesk.redirect(callback + "?" + StandInRequest.query(back));
  }

  private RouteAnswer.Now finish(StandInRequest request, String url) {
    String token = gate.tokenOf(request);
    Pending one = pending.get(token);
    if (one == null || one.ended || !gate.isSigned(request, url, token, one.secret)) {
      return RouteAnswer.text(401, "Invalid request token.");
    }
    if (one.verifier.isEmpty() || !request.get("oauth_verifier").equals(one.verifier)) {
      return RouteAnswer.text(
          401, "Error processing your OAuth request: Invalid oauth_verifier parameter");
    }
    one.ended = true;
    Map<String, String> body = new LinkedHashMap<>();
    body.put("oauth_token", XGate.TOKEN);
    body.put("oauth_token_secret", XGate.TOKEN_SECRET);
    body.put("user_id", XPosts.ME);
    body.put("screen_name", XPosts.MY_NAME);
    return RouteAnswer.text(200, StandInRequest.query(body));
  }

  private static RouteAnswer.Now error(int status, int code, String message) {
    return RouteAnswer.json(
        status, Map.of("errors", List.of(Map.of("code", code, "message", message))));
  }
}
