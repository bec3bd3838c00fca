package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A browser with a device that keeps one passkey (ECDSA with P-256), as WebAuthn describes both.
 * Its fields are what a broken or hostile one would get wrong.
 */
final class PasskeyDevice {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
  private static final int PRESENT = 1;
  private static final int VERIFIED = 4;
  private static final int HAS_KEY = 64;

  String origin = "http://localhost:8080";
  String party = "localhost";
  boolean verifies = true;

  /** Grows with each signature, unless it is 0. */
  long count = 1;

  private final KeyPair keys = keys();
  private final byte[] credentialId = random(16);
  private byte[] handle = {};

  /** Answers what the console asked for a new passkey. */
  String add(String asked) {
    JsonNode options = json(asked);
    handle = Base64.getUrlDecoder().decode(options.at("/user/id").asText());
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("fmt", "none");
    object.put("attStmt", Map.of());
    object.put("authData", deviceData(true));
    return answer(
        Map.of(
            "clientDataJSON", clientData("webauthn.create", options),
            "attestationObject", text(cbor(object))));
  }

  /** Answers what the console asked for a signature. */
  String sign(String asked) {
    JsonNode options = json(asked);
    count = count == 0 ? 0 : count + 1;
    byte[] data = deviceData(false);
    String client = clientData("webauthn.get", options);
    return answer(
        Map.of(
            "clientDataJSON", client,
            "authenticatorData", text(data),
            "signature", text(signature(data, sha256(Base64.getUrlDecoder().decode(client)))),
            "userHandle", text(handle)));
  }

  private String answer(Map<String, String> response) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", text(credentialId));
    all.put("rawId", text(credentialId));
    all.put("type", "public-key");
    all.put("clientExtensionResults", Map.of());
    all.put("response", response);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String clientData(String type, JsonNode options) {
    return text(
        """
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}"""
            .formatted(type, options.get("challenge").asText(), origin)
            .getBytes(UTF_8));
  }

  private byte[] deviceData(boolean withKey) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(sha256(party.getBytes(UTF_8)));
    data.write(PRESENT | (verifies ? VERIFIED : 0) | (withKey ? HAS_KEY : 0));
    data.writeBytes(ByteBuffer.allocate(4).putInt((int) count).array());
    if (withKey) {
      data.writeBytes(new byte[16]);
      data.writeBytes(ByteBuffer.allocate(2).putShort((short) credentialId.length).array());
      data.writeBytes(credentialId);
      data.writeBytes(publicKey());
    }
    return data.toByteArray();
  }

  /** A COSE key: type EC2, ECDSA with SHA-256, P-256, x and y. */
  private byte[] publicKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream cose = new ByteArrayOutputStream();
    cose.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
    cose.writeBytes(unsigned(key.getW().getAffineX().toByteArray()));
    cose.writeBytes(new byte[] {0x22, 0x58, 32});
    cose.writeBytes(unsigned(key.getW().getAffineY().toByteArray()));
    return cose.toByteArray();
  }

  private static byte[] unsigned(byte[] number) {
    byte[] bytes = new byte[32];
    int length = Math.min(32, number.length);
    System.arraycopy(number, number.length - length, bytes, 32 - length, length);
    return bytes;
  }

  private byte[] signature(byte[] data, byte[] client) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(client);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] cbor(Object value) {
    try {
      return CBOR.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
