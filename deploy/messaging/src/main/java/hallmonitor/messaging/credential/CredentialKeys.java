package hallmonitor.messaging.credential;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.EventJson;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ingest service's private keys for what the console hands over, one JWK a line. The first is
 * the one that the console encrypts with; all open, so that a key can be changed while everything
 * runs.
 */
public final class CredentialKeys {
  /** The name of the secret that holds the keys. */
  public static final String SECRET = "handover-key";

  /** Thrown for what cannot be opened. Its words hold nothing of the content. */
  public static final class Unopened extends Exception {
    private final boolean isExpired;

    Unopened(boolean isExpired) {
      super(isExpired ? "it has expired" : "it does not belong to this order");
      this.isExpired = isExpired;
    }

    /** Returns whether it only lay too long. */
    public boolean isExpired() {
      return isExpired;
    }
  }

  private final List<ECKey> keys;

  /**
   * Reads the keys.
   *
   * @throws IllegalArgumentException if a line is no private key on the curve P-256
   */
  public CredentialKeys(String lines) {
    List<ECKey> read = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      read.add(key(line));
    }
    if (read.isEmpty()) {
      throw new IllegalArgumentException("the secret " + SECRET + " holds no key");
    }
    this.keys = List.copyOf(read);
  }

  private static ECKey key(String line) {
    try {
      ECKey key = ECKey.parse(line);
      if (key.isPrivate() && key.getCurve().equals(Curve.P_256)) {
        return key;
      }
    } catch (ParseException e) {
      // Reported below, without the line: it may hold half a key.
    }
    throw new IllegalArgumentException(
        "the secret " + SECRET + " holds a line that is no private JWK on the curve P-256");
  }

  /** Returns a new key, as one line of the secret. */
  public static String create() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate().toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java makes no keys on the curve P-256", e);
    }
  }

  /** Returns the public half of the first key, as a JWK. */
  public String publicKey() {
    return keys.get(0).toPublicJWK().toJSONString();
  }

  /**
   * Opens what an order carries.
   *
   * @throws Unopened if it was made for another order, place or key, was changed, or has expired
   */
  public CredentialPayload open(CredentialOrder.Store order, Instant now) throws Unopened {
    JWEObject sealed = parsed(order);
    CredentialPayload payload =
        keys.stream()
            .flatMap(key -> opened(sealed, key).stream())
            .findFirst()
            .orElseThrow(() -> new Unopened(false));
    // Trusted only now: until it is decrypted, anybody may have written the header.
    if (!(sealed.getHeader().getCustomParam("exp") instanceof Number until)
        || now.getEpochSecond() >= until.longValue()) {
      throw new Unopened(true);
    }
    return payload;
  }

  private static JWEObject parsed(CredentialOrder.Store order) throws Unopened {
    try {
      JWEObject sealed = JWEObject.parse(order.sealed());
      boolean isOurs =
          JWEAlgorithm.ECDH_ES.equals(sealed.getHeader().getAlgorithm())
              && EncryptionMethod.A256GCM.equals(sealed.getHeader().getEncryptionMethod())
              && sealed.getHeader().getCompressionAlgorithm() == null
              && SealedFor.of(order.orderId(), order.place(), order.at())
                  .isSameOrder(sealed.getHeader().getCustomParams());
      if (isOurs) {
        return sealed;
      }
    } catch (ParseException e) {
      // Reported below.
    }
    throw new Unopened(false);
  }

  /** Each try needs its own object, because one that failed cannot be tried again. */
  private static Optional<CredentialPayload> opened(JWEObject sealed, ECKey key) {
    try {
      JWEObject copy = JWEObject.parse(sealed.serialize());
      copy.decrypt(new ECDHDecrypter(key));
      return Optional.of(EventJson.read(copy.getPayload().toBytes(), CredentialPayload.class));
    } catch (ParseException | JOSEException | EventJson.UnreadableEvent e) {
      return Optional.empty();
    }
  }
}
