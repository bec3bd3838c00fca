package hallmonitor.notifier.evidence.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.notifier.evidence.ledger.CanonicalJson;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/**
 * States that the chain ended with this record at this time. A ledger that ends earlier, or that
 * has another link at that record, is not the signed one.
 *
 * @param at by the signer's clock
 * @param key the signing key's fingerprint
 * @param signature Ed25519 (RFC 8032) over {@link #signedBytes()}
 */
public record LedgerCheckpoint(SealedRecord.Head head, Instant at, String key, byte[] signature) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static LedgerCheckpoint sign(SealedRecord.Head head, Instant at, SigningKey key) {
    byte[] signed = signedBytes(head, at, key.fingerprint());
    return new LedgerCheckpoint(head, at, key.fingerprint(), key.sign(signed));
  }

  /** Returns the content covered by the signature and the time stamp: canonical JSON. */
  public byte[] signedBytes() {
    return signedBytes(head, at, key);
  }

  private static byte[] signedBytes(SealedRecord.Head head, Instant at, String key) {
    ObjectNode json = JSON.createObjectNode();
    json.put("what", "Hall Monitor evidence checkpoint 1");
    json.put("sequence", head.sequence());
    json.put("link", head.link());
    json.put("at", at.toString());
    json.put("key", key);
    return CanonicalJson.of(json.toString().getBytes(UTF_8)).getBytes(UTF_8);
  }

  /** Returns the file's content. */
  public String text() {
    return "{\"checkpoint\":"
        + new String(signedBytes(), UTF_8)
        + ",\"signature\":\""
        + Base64.getEncoder().encodeToString(signature)
        + "\"}\n";
  }

  /**
   * Parses a checkpoint.
   *
   * @throws IllegalArgumentException if the text is not exactly one checkpoint
   */
  public static LedgerCheckpoint read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      JsonNode signed = json.path("checkpoint");
      LedgerCheckpoint checkpoint =
          new LedgerCheckpoint(
              new SealedRecord.Head(
                  signed.path("sequence").longValue(), signed.path("link").textValue()),
              Instant.parse(signed.path("at").asText()),
              signed.path("key").asText(),
              Base64.getDecoder().decode(json.path("signature").asText()));
      if (!Hash.isOne(checkpoint.head().link()) || !checkpoint.text().equals(text)) {
        throw new IllegalArgumentException("spelled in another way");
      }
      return checkpoint;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no checkpoint", e);
    }
  }
}
