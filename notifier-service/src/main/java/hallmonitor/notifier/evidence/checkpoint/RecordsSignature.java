package hallmonitor.notifier.evidence.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.notifier.evidence.ledger.CanonicalJson;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/**
 * States that the district answered a request for records with exactly these files, at this time.
 *
 * @param number of the request, such as {@code R-2026-0001}
 * @param list SHA-256 of the list of files, lower-case hex
 * @param at by the signer's clock
 * @param key the signing key's fingerprint
 * @param signature Ed25519 (RFC 8032) over {@link #signedBytes()}
 */
public record RecordsSignature(
    String number, String list, Instant at, String key, byte[] signature) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Signs a list of files with the key of the evidence. */
  public static RecordsSignature sign(String number, String list, Instant at, SigningKey key) {
    byte[] signed = signedBytes(number, list, at, key.fingerprint());
    return new RecordsSignature(number, list, at, key.fingerprint(), key.sign(signed));
  }

  /** Returns the content covered by the signature: canonical JSON. */
  public byte[] signedBytes() {
    return signedBytes(number, list, at, key);
  }

  private static byte[] signedBytes(String number, String list, Instant at, String key) {
    ObjectNode json = JSON.createObjectNode();
    // No signature of a checkpoint can be taken for one of an answer, and the reverse.
    json.put("what", "Hall Monitor answer to a request for records 1");
    json.put("number", number);
    json.put("list", list);
    json.put("at", at.toString());
    json.put("key", key);
    return CanonicalJson.of(json.toString().getBytes(UTF_8)).getBytes(UTF_8);
  }

  /** Returns the file's content. */
  public String text() {
    return "{\"answer\":"
        + new String(signedBytes(), UTF_8)
        + ",\"signature\":\""
        + Base64.getEncoder().encodeToString(signature)
        + "\"}\n";
  }

  /**
   * Parses a signature.
   *
   * @throws IllegalArgumentException if the text is not exactly one
   */
  public static RecordsSignature read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      JsonNode signed = json.path("answer");
      RecordsSignature read =
          new RecordsSignature(
              signed.path("number").asText(),
              signed.path("list").asText(),
              Instant.parse(signed.path("at").asText()),
              signed.path("key").asText(),
              Base64.getDecoder().decode(json.path("signature").asText()));
      if (!Hash.isOne(read.list()) || !read.text().equals(text)) {
        throw new IllegalArgumentException("spelled in another way");
      }
      return read;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no signature of an answer", e);
    }
  }
}
