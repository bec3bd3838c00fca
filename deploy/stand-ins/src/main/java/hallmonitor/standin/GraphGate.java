package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.standin.web.RouteAnswer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks every request to Meta's Graph API: tokens, proofs, limits; and makes pages and errors. */
final class GraphGate {
  /** What the tests use. */
  static final String TOKEN = "EAAexamplepagetoken";

  static final String APP_SECRET = "0123456789abcdef0123456789abcdef";

  private final String appSecret;

  private String token;
  private String tired = "";
  private int subcode;
  private boolean proofs;
  private int usedPercent = -1;
  private int throttledFor;
  private int throttleCode;

  GraphGate(String token, String appSecret) {
    this.token = token;
    this.appSecret = appSecret;
  }

  /** Invalidates the token for a reason that a subcode names, such as 463 for one that expired. */
  void endToken(int why) {
    subcode = why;
  }

  /** Gives the Page another token, which ends the one before. */
  void renew(String next) {
    token = next;
  }

  /** Asks anyone who comes with a token to wait; no one if it is empty. */
  void tire(String which) {
    tired = which;
  }

  void askForProofs() {
    proofs = true;
  }

  /** Reports the use of the limits in headers, and refuses at 100 percent. */
  void use(int percent, int code, int minutes) {
    usedPercent = percent;
    throttleCode = code;
    throttledFor = minutes;
  }

  /** Returns the refusal, if the request is not allowed. */
  Optional<RouteAnswer.Now> refuse(StandInRequest request) {
    String given = request.bearer().orElse(request.get("access_token"));
    if (!tired.isEmpty() && given.equals(tired)) {
      return Optional.of(error(4, 0, "Too many calls"));
    }
    if (!given.equals(token) || subcode != 0) {
      return Optional.of(error(190, subcode == 0 ? 467 : subcode, "Invalid OAuth access token."));
    }
    if (proofs && !request.get("appsecret_proof").equals(proof())) {
      return Optional.of(error(100, 0, "API calls from the server require an appsecret_proof"));
    }
    if (usedPercent >= 100) {
      return Optional.of(error(throttleCode, 0, "Too many calls"));
    }
    return Optional.empty();
  }

  private String proof() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(appSecret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds the headers about the limits. */
  RouteAnswer.Now tell(RouteAnswer.Now answer) {
    if (usedPercent < 0) {
      return answer;
    }
    return answer
        .with("X-App-Usage", "{\"call_count\":1,\"total_time\":1,\"total_cputime\":1}")
        .with(
            "X-Business-Use-Case-Usage",
            "{\"17841\":[{\"type\":\"pages\",\"call_count\":%d,\"total_cputime\":1,\"total_time\":1,\"estimated_time_to_regain_access\":%d}]}"
                .formatted(usedPercent, usedPercent >= 100 ? throttledFor : 0));
  }

  static RouteAnswer.Now gone() {
    return error(
        100,
        33,
        "Unsupported request. Object does not exist, cannot be loaded due to missing permissions, or does not support this operation.");
  }

  static RouteAnswer.Now error(int code, int subcode, String message) {
    return error(code == 190 ? "OAuthException" : "GraphMethodException", code, subcode, message);
  }

  /** Returns an error of the login: its type says so for every code. */
  static RouteAnswer.Now loginError(int code, int subcode, String message) {
    return error("OAuthException", code, subcode, message);
  }

  private static RouteAnswer.Now error(String type, int code, int subcode, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("type", type);
    error.put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    error.put("fbtrace_id", "Aexample");
    return RouteAnswer.json(code == 4 || code == 10 ? 403 : 400, Map.of("error", error));
  }

  static RouteAnswer.Now success() {
    return RouteAnswer.ok(Map.of("success", true));
  }

  /** Returns a page. A cursor is a position in the current list, so it drifts. */
  static Map<String, Object> page(StandInRequest request, String url, List<?> found) {
    int limit = request.has("limit") ? Integer.parseInt(request.get("limit")) : 25;
    int from = request.get("after").isEmpty() ? 0 : Integer.parseInt(request.get("after"), 36);
    int until = Math.min(found.size(), from + limit);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("data", from >= found.size() ? List.of() : found.subList(from, until));
    if (until > from) {
      Map<String, Object> paging = new LinkedHashMap<>();
      String after = Integer.toString(until, 36);
      paging.put("cursors", Map.of("before", Integer.toString(from, 36), "after", after));
      if (until < found.size()) {
        Map<String, String> query = new LinkedHashMap<>(request.parameters());
        query.put("after", after);
        paging.put("next", url + request.path() + "?" + StandInRequest.query(query));
      }
      page.put("paging", paging);
    }
    return page;
  }
}
