package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.auth.oauth2.AuthorizationCodeTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.googleapis.auth.oauth2.GoogleAuthorizationCodeRequestUrl;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.restfb.AccessToken;
import com.restfb.DefaultFacebookClient;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.scope.FacebookPermissions;
import com.restfb.scope.ScopeBuilder;
import com.restfb.types.Account;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import twitter4j.Twitter;
import twitter4j.TwitterException;
import twitter4j.TwitterFactory;
import twitter4j.auth.RequestToken;
import twitter4j.conf.ConfigurationBuilder;

/** Independent clients sign in at the stand-ins for Facebook, Google and X. */
class LoginClientsTest {
  private static final String BACK = "http://localhost:8080/return";
  private static final String SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl";

  /** The example of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** Allows what a page asks for, and returns what the browser comes back with. */
  private static Map<String, String> allow(String page) throws Exception {
    String location =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(page + "&decision=allow")).build(),
                BodyHandlers.ofString())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    Map<String, String> back = new HashMap<>();
    for (String pair : URI.create(location).getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      back.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return back;
  }

  @Test
  void restfbGetsALastingTokenAndThePagesOfAPerson() throws Exception {
    try (FacebookStandIn facebook = new FacebookStandIn(InstantSource.system())) {
      facebook.login().register(BACK);
      DefaultFacebookClient client = facebook(facebook, null);
      String dialog =
          client.getLoginDialogUrl(
              MetaLogin.APP,
              BACK,
              new ScopeBuilder().addPermission(FacebookPermissions.PAGES_SHOW_LIST),
              Parameter.with("response_type", "code"));
      String code = allow(dialog).get("code");
      String secret = facebook.appSecret();
      AccessToken first = client.obtainUserAccessToken(MetaLogin.APP, secret, BACK, code);
      AccessToken lasting =
          client.obtainExtendedAccessToken(MetaLogin.APP, secret, first.getAccessToken());
      List<Account> pages =
          facebook(facebook, lasting.getAccessToken())
              .fetchConnection("me/accounts", Account.class)
              .getData();
      assertThat(pages).extracting(Account::getAccessToken).contains(facebook.token());
      assertThat(
              catchThrowableOfType(
                      FacebookOAuthException.class,
                      () -> client.obtainUserAccessToken(MetaLogin.APP, secret, BACK, code))
                  .getErrorSubcode())
          .isEqualTo(36009);
    }
  }

  private static DefaultFacebookClient facebook(FacebookStandIn facebook, @Nullable String token) {
    DefaultFacebookClient client =
        token == null
            ? new DefaultFacebookClient(Version.LATEST)
            : new DefaultFacebookClient(token, Version.LATEST);
    client.setFacebookEndpointUrls(new RestFbTest.LoopbackEndpoints(facebook.url()));
    return client;
  }

  @Test
  void googlesClientRedeemsACodeWithItsProofAndOnce() throws Exception {
    try (YouTubeStandIn google = new YouTubeStandIn(InstantSource.system())) {
      google.login().register(BACK);
      String[] secret = google.secret().split(":");
      String page =
          new GoogleAuthorizationCodeRequestUrl(
                  google.url() + "/o/oauth2/v2/auth", secret[0], BACK, List.of(SCOPE))
              .setAccessType("offline")
              .set("prompt", "consent")
              .set("code_challenge", CHALLENGE)
              .set("code_challenge_method", "S256")
              .build();
      String code = allow(page).get("code");
      TokenResponse token = redeem(google, code, VERIFIER);
      assertThat(token.getRefreshToken()).isEqualTo(secret[2]);
      assertThat(token.getScope()).isEqualTo(SCOPE);
      String other = allow(page).get("code");
      assertThat(error(google, code, VERIFIER)).isEqualTo("invalid_grant");
      assertThat(error(google, other, VERIFIER + "x")).isEqualTo("invalid_grant");
    }
  }

  private static TokenResponse redeem(YouTubeStandIn google, String code, String verifier)
      throws IOException {
    String[] secret = google.secret().split(":");
    return new AuthorizationCodeTokenRequest(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new GenericUrl(google.url() + "/token"),
            code)
        .setRedirectUri(BACK)
        .setClientAuthentication(new ClientParametersAuthentication(secret[0], secret[1]))
        .set("code_verifier", verifier)
        .execute();
  }

  private static String error(YouTubeStandIn google, String code, String verifier) {
    return catchThrowableOfType(TokenResponseException.class, () -> redeem(google, code, verifier))
        .getDetails()
        .getError();
  }

  @Test
  void twitter4jTakesTheThreeStepsAtX() throws Exception {
    try (XStandIn x = new XStandIn(InstantSource.system())) {
      x.login().approve(BACK);
      Twitter client = twitter(x);
      RequestToken request = client.getOAuthRequestToken(BACK);
      String verifier = allow(page(x, request)).get("oauth_verifier");
      twitter4j.auth.AccessToken token = client.getOAuthAccessToken(request, verifier);
      assertThat(token.getToken()).isEqualTo(XGate.TOKEN);
      assertThat(token.getTokenSecret()).isEqualTo(XGate.TOKEN_SECRET);
      assertThat(token.getScreenName()).isEqualTo("mvschools");
      assertThat(
              catchThrowableOfType(
                      TwitterException.class,
                      () -> twitter(x).getOAuthRequestToken("http://localhost/elsewhere"))
                  .getErrorCode())
          .isEqualTo(415);
    }
  }

  /** twitter4j's own address of this page is on X itself. */
  private static String page(XStandIn x, RequestToken request) {
    return x.url() + "/oauth/authorize?oauth_token=" + request.getToken();
  }

  private static Twitter twitter(XStandIn x) {
    return new TwitterFactory(
            new ConfigurationBuilder()
                .setOAuthConsumerKey(XGate.KEY)
                .setOAuthConsumerSecret(XGate.KEY_SECRET)
                .setOAuthRequestTokenURL(x.url() + "/oauth/request_token")
                .setOAuthAuthorizationURL(x.url() + "/oauth/authorize")
                .setOAuthAccessTokenURL(x.url() + "/oauth/access_token")
                .build())
        .getInstance();
  }
}
