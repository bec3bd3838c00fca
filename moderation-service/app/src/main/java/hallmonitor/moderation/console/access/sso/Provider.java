package hallmonitor.moderation.console.access.sso;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import hallmonitor.settings.district.WebAddresses;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One OpenID Connect provider, with its latest description of itself. */
final class Provider {
  private static final Scope SCOPE = new Scope("openid", "email", "profile");

  private final Client client;
  private final OIDCProviderMetadata described;
  private final Web web;
  private final IdTokens idTokens;

  /**
   * @param redirect where the browser comes back to
   * @param longestAge how long ago a person may have signed in at the provider, in whole seconds;
   *     empty for any time
   */
  record Client(Issuer issuer, ClientID id, URI redirect, Optional<Duration> longestAge) {}

  private Provider(Client client, OIDCProviderMetadata described, Web web) throws IOException {
    this.client = client;
    this.described = described;
    this.web = web;
    this.idTokens = new IdTokens(client, described.getJWKSetURI().toURL(), web);
  }

  /**
   * @throws IOException if it does not answer, answers for another issuer, or redirects away from
   *     HTTPS
   */
  static Provider discover(Client client, Web web) throws IOException {
    try {
      HTTPRequest request = new OIDCProviderConfigurationRequest(client.issuer()).toHTTPRequest();
      OIDCProviderMetadata described = OIDCProviderMetadata.parse(web.json(request));
      if (!described.getIssuer().equals(client.issuer())) {
        throw new IOException("it names another issuer than the configured one");
      }
      List<URI> addresses =
          Arrays.asList(
              described.getAuthorizationEndpointURI(),
              described.getTokenEndpointURI(),
              described.getJWKSetURI());
      for (URI address : addresses) {
        if (address == null || !WebAddresses.isSafe(address)) {
          throw new IOException("an address in it is missing or not https: " + address);
        }
      }
      return new Provider(client, described, web);
    } catch (ParseException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Returns the address to send the browser to. */
  URI ask(Flow flow) {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client.id(), client.redirect());
    client.longestAge().ifPresent(age -> request.maxAge(Math.toIntExact(age.toSeconds())));
    return request
        .endpointURI(described.getAuthorizationEndpointURI())
        .state(flow.state())
        .nonce(flow.nonce())
        .codeChallenge(flow.verifier(), CodeChallengeMethod.S256)
        .prompt(Prompt.Type.SELECT_ACCOUNT)
        .build()
        .toURI();
  }

  /**
   * @return the claims of the ID token that the code stands for
   */
  Map<String, Object> redeem(String code, Flow flow, String secret) throws SsoRefused {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(new AuthorizationCode(code), client.redirect(), flow.verifier());
    TokenRequest request =
        new TokenRequest.Builder(
                described.getTokenEndpointURI(), authentication(new Secret(secret)), grant)
            .build();
    return idTokens.check(idToken(request), flow.nonce());
  }

  private JWT idToken(TokenRequest request) throws SsoRefused {
    try {
      OIDCTokenResponse answer = OIDCTokenResponse.parse(web.json(request.toHTTPRequest()));
      JWT idToken = answer.getOIDCTokens().getIDToken();
      if (idToken == null) {
        throw new ParseException("the answer holds no ID token");
      }
      return idToken;
    } catch (ParseException e) {
      throw SsoRefused.untrusted(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw SsoRefused.unreachable("the code could not be redeemed: " + e.getMessage(), e);
    }
  }

  /** In a header if the provider accepts that, otherwise in the form. */
  private ClientAuthentication authentication(Secret secret) {
    List<ClientAuthenticationMethod> methods = described.getTokenEndpointAuthMethods();
    return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        ? new ClientSecretBasic(client.id(), secret)
        : new ClientSecretPost(client.id(), secret);
  }
}
