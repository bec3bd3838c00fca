package hallmonitor.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets and signatures of an account's deliveries. */
public final class PushFixture {
  private final Map<String, String> environment = new HashMap<>();
  private final String account;

  public PushFixture(String account) {
    this.account = account;
  }

  /** Sets the secrets that sign, one a line. */
  public PushFixture signing(String lines) {
    return set("push", lines);
  }

  public PushFixture verifyToken(String token) {
    return set("verify", token);
  }

  private PushFixture set(String kind, String value) {
    String name = kind + "_" + account.replace('-', '_');
    environment.put("HALLMONITOR_SECRET_" + name.toUpperCase(Locale.ROOT), value);
    return this;
  }

  public Platform.Access access() {
    return new Platform.Access(
        account,
        URI.create("https://platform.example"),
        account,
        new AccountSecrets(Path.of("no-such-folder"), environment::get),
        new RateBudget(1, 1, System::nanoTime));
  }

  public PushSecrets secrets() {
    return new PushSecrets(access());
  }

  /** Returns headers with one header. */
  public static Function<String, Optional<String>> header(String name, String value) {
    return asked -> asked.equalsIgnoreCase(name) ? Optional.of(value) : Optional.empty();
  }

  public static byte[] hmac(String algorithm, String secret, String body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      return mac.doFinal(body.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
