package hallmonitor.ingest.connector.x;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests by OAuth 1.0a with HMAC-SHA1 (RFC 5849, section 3). */
final class OAuthSigner {
  private final InstantSource clock;
  private final Supplier<String> nonces;

  OAuthSigner(InstantSource clock) {
    this(clock, () -> UUID.randomUUID().toString());
  }

  /**
   * Creates a signer.
   *
   * @param nonces a value that no other request has
   */
  OAuthSigner(InstantSource clock, Supplier<String> nonces) {
    this.clock = clock;
    this.nonces = nonces;
  }

  /**
   * Returns the value of the {@code Authorization} header.
   *
   * @param secret without a token while there is none yet
   * @param address without the query
   * @param parameters of the query, or of a form; a JSON body is not signed
   */
  String header(XSecret secret, String method, String address, Map<String, String> parameters) {
    Map<String, String> own = new TreeMap<>();
    own.put("oauth_consumer_key", secret.key());
    own.put("oauth_nonce", nonces.get());
    own.put("oauth_signature_method", "HMAC-SHA1");
    own.put("oauth_timestamp", String.valueOf(clock.instant().getEpochSecond()));
    if (!secret.token().isEmpty()) {
      own.put("oauth_token", secret.token());
    }
    own.put("oauth_version", "1.0");
    Map<String, String> all = new TreeMap<>(own);
    all.putAll(parameters);
    String base = method + "&" + encode(address) + "&" + encode(query(all));
    own.put("oauth_signature", sign(base, secret));
    return own.entrySet().stream()
        .map(e -> e.getKey() + "=\"" + encode(e.getValue()) + "\"")
        .collect(Collectors.joining(", ", "OAuth ", ""));
  }

  private static String sign(String base, XSecret secret) {
    try {
      String key = encode(secret.keySecret()) + "&" + encode(secret.tokenSecret());
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes parameters as a query, encoded as the signature encodes them. */
  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Reads such parameters; what is no pair is left out. */
  static Map<String, String> parse(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.strip().split("&")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        parameters.put(
            URLDecoder.decode(pair.substring(0, at), UTF_8),
            URLDecoder.decode(pair.substring(at + 1), UTF_8));
      }
    }
    return parameters;
  }

  /** Encodes by RFC 3986, which differs from a form's encoding in three characters. */
  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
