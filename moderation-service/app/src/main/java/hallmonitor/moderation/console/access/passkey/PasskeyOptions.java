package hallmonitor.moderation.console.access.passkey;

import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What a browser is asked for, named and written as in WebAuthn's JSON. Bytes are base64url. */
public final class PasskeyOptions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CHALLENGE_BYTES = 32;

  /** The longest that the standard recommends; the cookie of the challenge lasts as long. */
  private static final long TIMEOUT = Duration.ofMinutes(10).toMillis();

  private static final String REQUIRED = "required";
  private static final String TYPE = PublicKeyCredentialType.PUBLIC_KEY.getValue();

  /** Ed25519, ECDSA with P-256, and RSA for older Windows devices; the best first. */
  static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          parameters(COSEAlgorithmIdentifier.EdDSA),
          parameters(COSEAlgorithmIdentifier.ES256),
          parameters(COSEAlgorithmIdentifier.RS256));

  /** A passkey by its id. */
  public record KnownKey(String id, String type) {}

  /** The relying party. */
  public record ForParty(String id, String name) {}

  /** The person, as a device shows and keeps them. */
  public record ForPerson(String id, String name, String displayName) {}

  /** An algorithm. */
  public record Algorithm(String type, long alg) {}

  /** What the device must do. */
  public record Device(String residentKey, boolean requireResidentKey, String userVerification) {}

  /** Asks for a new passkey. */
  public record Add(
      ForParty rp,
      ForPerson user,
      String challenge,
      List<Algorithm> pubKeyCredParams,
      long timeout,
      List<KnownKey> excludeCredentials,
      Device authenticatorSelection,
      String attestation) {}

  /** Asks for a signature; without ids, for any passkey of this relying party. */
  public record Use(
      String challenge,
      long timeout,
      String rpId,
      List<KnownKey> allowCredentials,
      String userVerification) {}

  private PasskeyOptions() {}

  /** Returns 32 random bytes. */
  public static String newChallenge() {
    byte[] bytes = new byte[CHALLENGE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Asks for a passkey that the device keeps, so that it signs in without a name.
   *
   * @param there ids of those that the person has already
   */
  public static Add add(
      RelyingParty party,
      UUID handle,
      String userName,
      String displayName,
      String challenge,
      List<String> there) {
    ByteBuffer id = ByteBuffer.allocate(16);
    id.putLong(handle.getMostSignificantBits()).putLong(handle.getLeastSignificantBits());
    return new Add(
        new ForParty(party.id(), RelyingParty.NAME),
        new ForPerson(
            Base64.getUrlEncoder().withoutPadding().encodeToString(id.array()),
            userName,
            displayName),
        challenge,
        ALGORITHMS.stream().map(a -> new Algorithm(TYPE, a.getAlg().getValue())).toList(),
        TIMEOUT,
        known(there),
        new Device(REQUIRED, true, REQUIRED),
        "none");
  }

  /**
   * Asks for a signature.
   *
   * @param of ids of the passkeys that will do; empty for any
   */
  public static Use use(RelyingParty party, String challenge, List<String> of) {
    return new Use(challenge, TIMEOUT, party.id(), known(of), REQUIRED);
  }

  private static List<KnownKey> known(List<String> ids) {
    return ids.stream().map(id -> new KnownKey(id, TYPE)).toList();
  }

  private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
