package hallmonitor.messaging.parcel;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.UUID;

/** Encrypts the parts of a file, so that only the owner of a key can read them. */
public final class ParcelSealing {
  /** Most of one part, in bytes: encrypted and as JSON it stays below Kafka's usual megabyte. */
  public static final int MOST = 512 << 10;

  static final String ORDER = "order";
  static final String NUMBER = "part";

  private final ECKey key;
  private final UUID orderId;

  /**
   * Reads the key.
   *
   * @param publicKey a JWK on the curve P-256
   * @param orderId that the parts belong to; they open for no other
   * @throws IllegalArgumentException if it is no such key
   */
  public ParcelSealing(String publicKey, UUID orderId) {
    try {
      this.key = ECKey.parse(publicKey).toPublicJWK();
      this.orderId = orderId;
    } catch (ParseException e) {
      throw new IllegalArgumentException("the recipient's public key cannot be read", e);
    }
  }

  /** Returns one part as a JWE in compact form. */
  public String seal(int number, byte[] part) {
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
            .customParam(ORDER, orderId.toString())
            .customParam(NUMBER, number)
            .build();
    JWEObject sealed = new JWEObject(header, new Payload(part));
    try {
      sealed.encrypt(new ECDHEncrypter(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a part of a file could not be encrypted", e);
    }
    return sealed.serialize();
  }
}
