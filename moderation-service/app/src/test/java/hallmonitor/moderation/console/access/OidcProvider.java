package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A small OpenID Connect provider according to OpenID Connect Core 1.0 and Discovery 1.0: everyone
 * who reaches its authorization endpoint is {@link #knows signed in}. It is as strict as a real one
 * about requests, and its answers are as wrong as a test wants.
 */
final class OidcProvider implements AutoCloseable {
  static final String CLIENT = "hall-monitor";
  static final String SECRET = "a client's secret: with + and %";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the authorization endpoint stores about a code. */
  private record Asked(String nonce, String challenge, String redirect) {}

  private final HttpServer server;
  private final String issuer;
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private volatile Map<String, Object> account = Map.of();
  private volatile Consumer<Map<String, Object>> fault = claims -> {};
  private volatile Consumer<Map<String, Object>> change = described -> {};
  private volatile boolean secretInForm;

  /** One per test class, so that cached keys are not fetched again for every test. */
  private static volatile RSAKey published = key(UUID.randomUUID().toString());

  private volatile RSAKey signing = published;

  OidcProvider(URI issuer) throws IOException {
    this.issuer = issuer.toString();
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), issuer.getPort()), 0);
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/keys", exchange -> json(exchange, 200, keys()));
    server.start();
  }

  /** The account that every visitor chooses. */
  void knows(Map<String, Object> claims) {
    account = claims;
  }

  /** Sets a mistake in its ID tokens from now on. */
  void failsBy(Consumer<Map<String, Object>> fault) {
    this.fault = fault;
  }

  /** Changes its description of itself from now on. */
  void describesItself(Consumer<Map<String, Object>> change) {
    this.change = change;
  }

  /** Changes its answer at this path from now on. */
  void answers(String path, HttpHandler handler) {
    server.removeContext(path);
    server.createContext(path, handler);
  }

  /** Takes the client's secret only in the form, and says so. */
  void takesTheSecretInTheForm() {
    secretInForm = true;
  }

  /** Signs with another key from now on, and says so. */
  void rotatesItsKey() {
    published = key(UUID.randomUUID().toString());
    signing = published;
  }

  /** Signs with a key that it does not publish, like an attacker. */
  void signsWithAKeyOfSomebodyElse() {
    signing = key(published.getKeyID());
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> keys() {
    return new JWKSet(published).toJSONObject();
  }

  private void discovery(HttpExchange exchange) throws IOException {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("issuer", issuer);
    described.put("authorization_endpoint", issuer + "/authorize");
    described.put("token_endpoint", issuer + "/token");
    described.put("jwks_uri", issuer + "/keys");
    described.put("response_types_supported", List.of("code"));
    described.put("subject_types_supported", List.of("public"));
    described.put("id_token_signing_alg_values_supported", List.of("RS256"));
    if (secretInForm) {
      described.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
    }
    change.accept(described);
    json(exchange, 200, described);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    boolean right =
        "code".equals(asked.get("response_type"))
            && CLIENT.equals(asked.get("client_id"))
            && Arrays.asList(asked.get("scope").split(" ")).contains("openid")
            && "S256".equals(asked.get("code_challenge_method"));
    if (!right) {
      json(exchange, 400, Map.of("error", "invalid_request"));
      return;
    }
    String code = UUID.randomUUID().toString();
    String redirect = asked.get("redirect_uri");
    codes.put(code, new Asked(asked.get("nonce"), asked.get("code_challenge"), redirect));
    exchange
        .getResponseHeaders()
        .set("Location", redirect + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    Asked asked = codes.remove(String.valueOf(sent.get("code")));
    boolean right =
        asked != null
            && isOurClient(exchange.getRequestHeaders().getFirst("Authorization"), sent)
            && "authorization_code".equals(sent.get("grant_type"))
            && asked.redirect().equals(sent.get("redirect_uri"))
            && asked.challenge().equals(challenge(sent.get("code_verifier")));
    if (!right) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    json(
        exchange,
        200,
        Map.of("access_token", "unused", "token_type", "Bearer", "id_token", idToken(asked)));
  }

  private String idToken(Asked asked) throws IOException {
    Map<String, Object> claims = new LinkedHashMap<>(account);
    long now = Instant.now().getEpochSecond();
    claims.put("iss", issuer);
    claims.put("aud", CLIENT);
    claims.put("nonce", asked.nonce());
    claims.put("iat", now);
    claims.put("exp", now + 300);
    fault.accept(claims);
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signing.getKeyID()).build(),
              JWTClaimsSet.parse(claims));
      token.sign(new RSASSASigner(signing));
      return token.serialize();
    } catch (JOSEException | java.text.ParseException e) {
      throw new IOException(e);
    }
  }

  private boolean isOurClient(String header, Map<String, String> form) {
    return secretInForm
        ? header == null
            && CLIENT.equals(form.get("client_id"))
            && SECRET.equals(form.get("client_secret"))
        : credentials().equals(header);
  }

  private static String credentials() {
    String both = CLIENT + ":" + java.net.URLEncoder.encode(SECRET, UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private static String challenge(String verifier) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
  }

  private static void json(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
