package hallmonitor.messaging.parcel;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.UUID;

/** The private key that opens the parts of files. */
public final class ParcelKey {
  /** Thrown for a part that cannot be opened. Its words hold nothing of the content. */
  public static final class Unopened extends Exception {
    Unopened() {
      super("the part does not belong to this order and place");
    }
  }

  private final ECKey key;

  /**
   * Reads a key.
   *
   * @param privateKey as {@link #create} made it
   * @throws IllegalArgumentException if it is none; its words hold nothing of it
   */
  public ParcelKey(String privateKey) {
    ECKey read;
    try {
      read = ECKey.parse(privateKey);
    } catch (ParseException e) {
      // Without the cause, which may quote the key.
      throw new IllegalArgumentException("no private JWK on the curve P-256");
    }
    if (!read.isPrivate()) {
      throw new IllegalArgumentException("no private JWK on the curve P-256");
    }
    this.key = read;
  }

  /** Returns a new private key, as a JWK. */
  public static String create() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java makes no keys on the curve P-256", e);
    }
  }

  /** Returns its public half, as a JWK. */
  public String publicKey() {
    return key.toPublicJWK().toJSONString();
  }

  /**
   * Opens a part.
   *
   * @throws Unopened if it was made for another key, order or place, or was changed
   */
  public byte[] open(UUID orderId, int number, String sealed) throws Unopened {
    try {
      JWEObject part = JWEObject.parse(sealed);
      if (!isMeant(part.getHeader(), orderId, number)) {
        throw new Unopened();
      }
      part.decrypt(new ECDHDecrypter(key));
      return part.getPayload().toBytes();
    } catch (ParseException | JOSEException e) {
      throw new Unopened();
    }
  }

  /** Compression is refused, because a small part could then unpack to any size. */
  private static boolean isMeant(JWEHeader header, UUID orderId, int number) {
    return JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
        && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
        && header.getCompressionAlgorithm() == null
        && orderId.toString().equals(header.getCustomParam(ParcelSealing.ORDER))
        && header.getCustomParam(ParcelSealing.NUMBER) instanceof Number place
        && place.intValue() == number;
  }
}
