package hallmonitor.moderation.console.access.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Checks an ID token against OpenID Connect Core 1.0, section 3.1.3.7: signature, issuer, audience,
 * authorized party, times (60 seconds of difference allowed), nonce, and the time of the sign-in if
 * the district limits it.
 */
final class IdTokens {
  /** An unknown key causes the list to be fetched again, but not more often than this. */
  private static final long KEYS_EVERY_MILLIS = 10_000;

  /** What the two clocks may differ by, as for the other times of a token. */
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  private final String clientId;
  private final Optional<Duration> longestAge;
  private final IDTokenValidator validator;

  IdTokens(Provider.Client client, URL keys, Web web) {
    this.clientId = client.id().getValue();
    this.longestAge = client.longestAge();
    JWKSource<SecurityContext> known =
        JWKSourceBuilder.<SecurityContext>create(
                keys,
                address ->
                    new Resource(web.text(new HTTPRequest(HTTPRequest.Method.GET, address)), null))
            .refreshAheadCache(false)
            .rateLimited(KEYS_EVERY_MILLIS)
            .build();
    // Public keys only: "none" and shared secrets prove nothing.
    this.validator =
        new IDTokenValidator(
            client.issuer(),
            client.id(),
            new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, known),
            null);
  }

  /** A provider that was asked for an age must say it (OpenID Connect Core 1.0, section 2). */
  private static boolean isYounger(JWTClaimsSet claims, Duration age) {
    Instant oldest = Instant.now().minus(age).minus(LEEWAY);
    return claims.getClaim("auth_time") instanceof Number seconds
        && Instant.ofEpochSecond(seconds.longValue()).isAfter(oldest);
  }

  /**
   * @return its claims
   */
  Map<String, Object> check(JWT token, Nonce nonce) throws SsoRefused {
    try {
      JWTClaimsSet claims = validator.validate(token, nonce).toJWTClaimsSet();
      // The library leaves the authorized party to its users since version 11.37 at the latest.
      boolean forUs = claims.getAudience().size() == 1 || clientId.equals(claims.getClaim("azp"));
      if (!forUs) {
        throw SsoRefused.untrusted("the ID token is for several, and azp is not us", null);
      }
      if (longestAge.isPresent() && !isYounger(claims, longestAge.get())) {
        throw SsoRefused.tooOld();
      }
      return claims.getClaims();
    } catch (ParseException | BadJOSEException e) {
      throw SsoRefused.untrusted(String.valueOf(e.getMessage()), e);
    } catch (JOSEException e) {
      throw SsoRefused.unreachable("the provider's keys cannot be had: " + e.getMessage(), e);
    }
  }
}
