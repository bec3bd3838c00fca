package hallmonitor.moderation.console.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EvidenceResult.RecordsSigned;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Signs as the notifier does, in the form that its command verifies. */
final class Notary {
  private final KeyPair keys;

  Notary() {
    try {
      keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String publicKey() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
            .encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  RecordsSigned signed(UUID order, String number, String list) {
    Instant at = Instant.parse("2026-12-01T12:00:00Z");
    String content =
        "{\"at\":\"%s\",\"key\":\"%s\",\"list\":\"%s\",\"number\":\"%s\",\"what\":\"%s\"}"
            .formatted(
                at,
                SignerKey.fingerprint(publicKey()),
                list,
                number,
                "Hall Monitor answer to a request for records 1");
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(UTF_8));
      String text =
          "{\"answer\":%s,\"signature\":\"%s\"}\n"
              .formatted(content, Base64.getEncoder().encodeToString(signature.sign()));
      return new RecordsSigned(order, text, publicKey(), at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
