package hallmonitor.standin;

import hallmonitor.standin.web.RouteAnswer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Facebook Login: a person lends an app what they may do with their Pages
 * (https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow). The person
 * runs two Pages and may only look at the figures of a third.
 */
final class MetaLogin {
  /** The app's id; its secret is the one that signs everything else. */
  static final String APP = "1234567890123456";

  static final String SECOND_PAGE = "100200301";
  static final String SECOND_TOKEN = "EAAexamplesecondpage";

  private static final long SHORT_SECONDS = 5_400;
  private static final long LONG_SECONDS = 5_184_000;

  /** What a token of the person's is worth. */
  private record Lent(List<String> permissions, boolean lasts) {}

  private final GrantDesk desk;
  private final String pageToken;
  private final Map<String, Lent> lent = new HashMap<>();
  private boolean withoutPages;

  MetaLogin(String pageToken, String appSecret, InstantSource clock) {
    this.pageToken = pageToken;
    this.desk = new GrantDesk(APP, appSecret, clock);
  }

  GrantDesk desk() {
    return desk;
  }

  /** Takes all Pages from the person. */
  void takePages() {
    withoutPages = true;
  }

  /** Returns the answer to what concerns the login and the person; empty for anything else. */
  Optional<RouteAnswer.Now> answer(StandInRequest request) {
    String path = request.path().replaceFirst("^/v\\d+\\.\\d+", "");
    String token = request.bearer().orElse(request.get("access_token"));
    switch (path) {
      case "/dialog/oauth":
        return Optional.of(dialog(request));
      case "/oauth/access_token":
        return Optional.of(
            request.get("grant_type").equals("fb_exchange_token")
                ? longer(request)
                : first(request));
      case "/me/permissions":
        return Optional.ofNullable(lent.get(token)).map(one -> data(granted(one)));
      case "/me/accounts":
        return Optional.ofNullable(lent.get(token)).map(one -> data(pages(one)));
      default:
        return Optional.empty();
    }
  }

  private static RouteAnswer.Now data(List<?> items) {
    return RouteAnswer.ok(Map.of("data", items));
  }

  private RouteAnswer.Now dialog(StandInRequest request) {
    if (!desk.knows(request)) {
      return RouteAnswer.text(
          400, "URL Blocked: This redirect failed because the redirect URI is not whitelisted.");
    }
    Map<String, String> denied = new LinkedHashMap<>();
    denied.put("error", "access_denied");
    denied.put("error_code", "200");
    denied.put("error_description", "Permissions error");
    denied.put("error_reason", "user_denied");
    return desk.page(request, denied);
  }

  private RouteAnswer.Now first(StandInRequest request) {
    GrantDesk.Redeemed redeemed = desk.redeem(request);
    if (redeemed.refused().isPresent()) {
      return switch (redeemed.refused().get()) {
        case CLIENT -> GraphGate.loginError(1, 0, "Error validating client secret.");
        case EXPIRED -> GraphGate.loginError(100, 36007, "This authorization code has expired.");
        case USED -> GraphGate.loginError(100, 36009, "This authorization code has been used.");
        case REDIRECT ->
            GraphGate.loginError(
                100,
                36008,
                "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request");
        case CODE -> GraphGate.loginError(100, 0, "Invalid verification code format.");
        case VERIFIER -> GraphGate.loginError(100, 0, "Invalid code verifier.");
      };
    }
    return given(redeemed.scopes(), false);
  }

  private RouteAnswer.Now longer(StandInRequest request) {
    Lent known = lent.get(request.get("fb_exchange_token"));
    if (known == null || !desk.isClient(request)) {
      return GraphGate.loginError(190, 0, "Invalid OAuth access token.");
    }
    return given(known.permissions(), true);
  }

  private RouteAnswer.Now given(List<String> scopes, boolean lasts) {
    String token = "EAAperson" + UUID.randomUUID().toString().replace("-", "");
    lent.put(token, new Lent(scopes, lasts));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", token);
    body.put("token_type", "bearer");
    body.put("expires_in", lasts ? LONG_SECONDS : SHORT_SECONDS);
    return RouteAnswer.ok(body);
  }

  private static List<Map<String, String>> granted(Lent person) {
    return person.permissions().stream()
        .map(one -> Map.of("permission", one, "status", "granted"))
        .toList();
  }

  /** The tokens of Pages last only if the person's token does. */
  private List<Map<String, Object>> pages(Lent person) {
    String end = person.lasts() ? "" : "-short";
    return withoutPages
        ? List.of()
        : List.of(
            page(FacebookStandIn.PAGE, "Maple Valley High School", pageToken + end, true),
            page(SECOND_PAGE, "Maple Valley Schools", SECOND_TOKEN + end, true),
            page("100200302", "Maple Valley Boosters", "EAAexamplethirdpage", false));
  }

  private static Map<String, Object> page(String id, String name, String token, boolean runs) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("id", id);
    page.put("name", name);
    page.put("access_token", token);
    page.put("tasks", runs ? List.of("ANALYZE", "MODERATE") : List.of("ANALYZE"));
    if (id.equals(FacebookStandIn.PAGE)) {
      page.put(
          "instagram_business_account",
          Map.of("id", InstagramStandIn.ACCOUNT, "username", "mapleschools"));
    }
    return page;
  }
}
