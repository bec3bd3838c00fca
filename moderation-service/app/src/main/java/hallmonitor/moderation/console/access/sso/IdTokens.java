package hallmonitor.moderation.console.access.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/**
 * Holds an ID token against OpenID Connect Core 1.0, section 3.1.3.7: signature, issuer, audience,
 * authorised party, time (60 seconds of difference allowed) and nonce.
 */
final class IdTokens {
  /** By public keys only: {@code none} and shared secrets are no proof. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat");

  private final String issuer;
  private final String clientId;
  private final JWKSource<SecurityContext> keys;

  IdTokens(String issuer, String clientId, JWKSource<SecurityContext> keys) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.keys = keys;
  }

  /**
   * @return its claims
   */
  Map<String, Object> check(String token, String nonce) throws SsoRefused {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            clientId,
            new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build(),
            REQUIRED));
    try {
      JWTClaimsSet claims = processor.process(token, null);
      boolean forUs = claims.getAudience().size() == 1 || clientId.equals(claims.getClaim("azp"));
      if (!forUs) {
        throw SsoRefused.untrusted("the ID token is for several, and azp is not us", null);
      }
      return claims.getClaims();
    } catch (ParseException | BadJOSEException e) {
      throw SsoRefused.untrusted(String.valueOf(e.getMessage()), e);
    } catch (JOSEException e) {
      throw SsoRefused.unreachable("the provider's keys cannot be had: " + e.getMessage(), e);
    }
  }
}
