package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.standin.web.RouteAnswer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where a person allows a program to act for them: the authorization code of OAuth 2 (RFC 6749,
 * section 4.1) with PKCE (RFC 7636). One program is registered, with one exact redirect address.
 */
public final class GrantDesk {
  /** Names of the parameters with which a browser answers the page. */
  public static final String DECISION = "decision";

  public static final String ALLOW = "allow";

  /** Why a code is worth nothing. */
  enum Refused {
    CLIENT,
    CODE,
    EXPIRED,
    USED,
    REDIRECT,
    VERIFIER
  }

  private static final class Grant {
    private final String redirect;
    private final String challenge;
    private final List<String> scopes;
    private final Instant until;
    private boolean used;

    private Grant(String redirect, String challenge, List<String> scopes, Instant until) {
      this.redirect = redirect;
      this.challenge = challenge;
      this.scopes = scopes;
      this.until = until;
    }
  }

  /**
   * What came of a code.
   *
   * @param refused empty if it was accepted
   */
  record Redeemed(Optional<Refused> refused, List<String> scopes) {
    private static Redeemed not(Refused why) {
      return new Redeemed(Optional.of(why), List.of());
    }
  }

  /** RFC 6749 recommends at most ten minutes. */
  private static final Duration CODE_LASTS = Duration.ofMinutes(10);

  private final String client;
  private final String secret;
  private final InstantSource clock;
  private final Map<String, Grant> grants = new HashMap<>();
  private final Set<String> withheld = new HashSet<>();
  private String redirect = "";
  private Duration lasts = CODE_LASTS;

  GrantDesk(String client, String secret, InstantSource clock) {
    this.client = client;
    this.secret = secret;
    this.clock = clock;
  }

  /** Registers the program's redirect address. */
  public synchronized void register(String address) {
    redirect = address;
  }

  /** Lets people leave out a scope. */
  public synchronized void withhold(String scope) {
    withheld.add(scope);
  }

  /** Lets codes end before they can be used. */
  public synchronized void endCodes() {
    lasts = Duration.ZERO;
  }

  /** Returns whether the request is one of the registered program for its registered address. */
  synchronized boolean knows(StandInRequest request) {
    return request.get("client_id").equals(client)
        && request.get("redirect_uri").equals(redirect)
        && request.get("response_type").equals("code");
  }

  /**
   * Shows the page that asks the person, or acts on the answer.
   *
   * @param denied the parameters of a refusal, besides the state
   */
  synchronized RouteAnswer.Now page(StandInRequest request, Map<String, String> denied) {
    if (!request.has(DECISION)) {
      return question(request);
    }
    Map<String, String> back = new LinkedHashMap<>();
    if (request.get(DECISION).equals(ALLOW)) {
      back.put("code", grant(request));
    } else {
      back.putAll(denied);
    }
    back.put("state", request.get("state"));
    return redirect(request.get("redirect_uri") + "?" + StandInRequest.query(back));
  }

  /** Links, not a form: the browser would not let a form's answer lead to another site. */
  static RouteAnswer.Now question(StandInRequest request) {
    String here = request.path() + "?" + StandInRequest.query(request.parameters());
    String page =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Allow Hall Monitor?</title></head>
        <body><main><h1>Allow Hall Monitor?</h1>
        <p><a href="%1$s&amp;decision=allow">Allow</a> <a href="%1$s&amp;decision=deny">Cancel</a></p>
        </main></body></html>
        """
            .formatted(here.replace("&", "&amp;").replace("\"", "&quot;"));
    return RouteAnswer.html(page.getBytes(UTF_8));
  }

  static RouteAnswer.Now redirect(String to) {
    return new RouteAnswer.Now(302, Map.of("Location", to), new byte[0]);
  }

  private String grant(StandInRequest request) {
    String code = UUID.randomUUID().toString();
    List<String> scopes =
        List.of(request.get("scope").split("[ ,]+")).stream()
            .filter(scope -> !withheld.contains(scope))
            .toList();
    grants.put(
        code,
        new Grant(
            request.get("redirect_uri"),
            request.get("code_challenge"),
            scopes,
            clock.instant().plus(lasts)));
    return code;
  }

  /** Redeems a code, once. */
  synchronized Redeemed redeem(StandInRequest request) {
    if (!isClient(request)) {
      return Redeemed.not(Refused.CLIENT);
    }
    Grant grant = grants.get(request.get("code"));
    if (grant == null) {
      return Redeemed.not(Refused.CODE);
    }
    if (grant.used) {
      return Redeemed.not(Refused.USED);
    }
    if (!clock.instant().isBefore(grant.until)) {
      return Redeemed.not(Refused.EXPIRED);
    }
    if (!request.get("redirect_uri").equals(grant.redirect)) {
      return Redeemed.not(Refused.REDIRECT);
    }
    if (!grant.challenge.isEmpty()
        && !challenge(request.get("code_verifier")).equals(grant.challenge)) {
      return Redeemed.not(Refused.VERIFIER);
    }
    grant.used = true;
    return new Redeemed(Optional.empty(), grant.scopes);
  }

  boolean isClient(StandInRequest request) {
    return request.get("client_id").equals(client) && request.get("client_secret").equals(secret);
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
