package hallmonitor.messaging.credential;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.EventJson;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Encrypts what a person handed over, so that only the ingest service can read it again. */
public final class CredentialSealing {
  /** How long it may lie before it is opened. */
  public static final Duration LASTS = Duration.ofMinutes(10);

  private final ECKey key;

  /**
   * Reads the key.
   *
   * @param publicKey a JWK, as the ingest service publishes it
   * @throws IllegalArgumentException if it is no such key
   */
  public CredentialSealing(String publicKey) {
    try {
      this.key = ECKey.parse(publicKey).toPublicJWK();
    } catch (ParseException e) {
      throw new IllegalArgumentException("the ingest service's public key cannot be read", e);
    }
  }

  /** Returns the order to store what was handed over. */
  public CredentialOrder.Store order(
      UUID orderId, CredentialPlace place, CredentialPayload payload, String by, Instant now) {
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
            .keyID(key.getKeyID())
            .customParams(SealedFor.of(orderId, place, now.plus(LASTS)).parameters())
            .build();
    JWEObject sealed = new JWEObject(header, new Payload(EventJson.write(payload)));
    try {
      sealed.encrypt(new ECDHEncrypter(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a credential could not be encrypted", e);
    }
    return new CredentialOrder.Store(orderId, place, sealed.serialize(), by, now);
  }
}
