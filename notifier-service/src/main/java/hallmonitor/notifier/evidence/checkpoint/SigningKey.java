package hallmonitor.notifier.evidence.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;

/**
 * The Ed25519 key that signs checkpoints. It is created at the first start, stored in the secrets
 * folder with mode 0600, and never overwritten, since only the old key can verify old signatures.
 */
public final class SigningKey {
  /** File name in the secrets folder. */
  public static final String FILE = "evidence-signing-key";

  private final PrivateKey privateKey;
  private final PublicKeyFile publicKey;

  private SigningKey(PrivateKey privateKey, PublicKeyFile publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /**
   * Reads or creates the key.
   *
   * @param secrets the folder
   * @throws IllegalStateException if the file exists but contains no key; it is left unchanged
   */
  public static SigningKey in(Path secrets) {
    Path file = secrets.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(secrets, file);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the signing key of the evidence: " + e.getMessage(), e);
    }
  }

  public String fingerprint() {
    return publicKey.fingerprint();
  }

  public PublicKeyFile publicKey() {
    return publicKey;
  }

  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 of this JDK does not sign", e);
    }
  }

  private static SigningKey read(Path file) throws IOException {
    try {
      String pem = Files.readString(file);
      PrivateKey privateKey =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(PublicKeyFile.der("PRIVATE KEY", pem)));
      return new SigningKey(privateKey, PublicKeyFile.read(pem));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          file
              + " holds no signing key: bring it back from a backup. Only when there is none, move"
              + " the file away; a new key is made, and older checkpoints keep needing the old"
              + " public key.",
          e);
    }
  }

  /** Creates the file atomically; the second creator uses the first one's. */
  private static void make(Path secrets, Path file) throws IOException {
    Files.createDirectories(secrets);
    Path unfinished = secrets.resolve(FILE + "." + ProcessHandle.current().pid() + ".new");
    Files.deleteIfExists(unfinished);
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      String text =
          PublicKeyFile.pem("PRIVATE KEY", pair.getPrivate().getEncoded())
              + new PublicKeyFile(pair.getPublic()).pem();
      try (SeekableByteChannel channel =
          Files.newByteChannel(
              unfinished,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              onlyOwner())) {
        Channels.newOutputStream(channel).write(text.getBytes(StandardCharsets.US_ASCII));
      }
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      // another instance was first
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK 17 has Ed25519", e);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static FileAttribute<?>[] onlyOwner() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
