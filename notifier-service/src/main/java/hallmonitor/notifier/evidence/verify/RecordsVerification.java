package hallmonitor.notifier.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import hallmonitor.notifier.evidence.checkpoint.RecordsSignature;
import hallmonitor.notifier.evidence.ledger.ChecksumFile;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Verifies the answer to a request for records: the district signed the list of its files, and each
 * file is the one of the list. Reads it as a stream, because an answer can have 100,000 items.
 */
public final class RecordsVerification {
  /** The file with the signature; it is what tells an answer from the package of a case. */
  public static final String SIGNATURE = "signature.json";

  private static final int LONGEST_SIGNATURE = 4_096;
  private static final int LONGEST_KEY = 4_096;

  /** More than an answer has, with a file for each of its 100,000 items. */
  private static final int MOST_FILES = 250_000;

  /**
   * What an answer may hold before it is read no further: a small .zip can claim a thousand times
   * as much.
   *
   * @param bytes of all files, unpacked
   * @param listBytes of the list of files
   */
  public record Room(long bytes, int listBytes) {
    /** More than an answer has, for a command with a machine's memory. */
    public static final Room OF_COMMAND = new Room(16L << 30, 64 << 20);

    /** For a service, which has less memory and time, and takes small files. */
    public static final Room OF_SERVICE = new Room(2L << 30, 8 << 20);
  }

  /**
   * The outcome.
   *
   * @param signature empty if none can be trusted
   * @param files that are as they were signed
   * @param keys that were trusted
   * @param keysFromWithin whether they came from the answer itself
   */
  public record Outcome(
      Optional<RecordsSignature> signature,
      int files,
      List<PublicKeyFile> keys,
      boolean keysFromWithin,
      List<VerificationProblem> problems) {
    public Outcome {
      keys = List.copyOf(keys);
      problems = List.copyOf(problems);
    }
  }

  private final ZipFile zip;
  private final List<VerificationProblem> problems = new ArrayList<>();
  private final Room room;
  private long left;

  private RecordsVerification(ZipFile zip, Room room) {
    this.zip = zip;
    this.room = room;
    this.left = room.bytes();
  }

  /** Returns whether a .zip looks like an answer. One that cannot be opened does not. */
  public static boolean isOne(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(SIGNATURE) != null;
    } catch (ZipException e) {
      return false;
    }
  }

  /**
   * Verifies an answer.
   *
   * @param trusted keys; if empty, the answer's own
   */
  public static Outcome prove(Path file, List<PublicKeyFile> trusted, Room room)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new RecordsVerification(zip, room).prove(trusted);
    } catch (ZipException | EOFException e) {
      return new Outcome(
          Optional.empty(),
          0,
          trusted,
          trusted.isEmpty(),
          List.of(
              VerificationProblem.ofWhole(
                  "the answer",
                  Flaw.NOT_WHOLE,
                  "it is no whole .zip: it was cut off, or changed")));
    }
  }

  private Outcome prove(List<PublicKeyFile> trusted) throws IOException {
    List<PublicKeyFile> keys = trusted.isEmpty() ? keysWithin() : trusted;
    int right = 0;
    Optional<RecordsSignature> signature = Optional.empty();
    if (zip.size() > MOST_FILES) {
      whole(Flaw.OTHER, "it holds more than %,d files, as none does".formatted(MOST_FILES));
    } else {
      signature = signature(keys);
      right = compare(signature, keys);
    }
    return new Outcome(signature, right, keys, trusted.isEmpty(), problems);
  }

  private void problem(String file, Flaw flaw, String why) {
    problems.add(VerificationProblem.of(file, flaw, why));
  }

  private void whole(Flaw flaw, String why) {
    problems.add(VerificationProblem.ofWhole("the answer", flaw, why));
  }

  private List<PublicKeyFile> keysWithin() throws IOException {
    List<PublicKeyFile> keys = new ArrayList<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (isKey(entry.getName())) {
        try {
          keys.add(PublicKeyFile.read(new String(start(entry.getName(), LONGEST_KEY), UTF_8)));
        } catch (IllegalArgumentException e) {
          // A damaged key verifies nothing, and the signature will show that.
        }
      }
    }
    return keys;
  }

  /** A key is known only after the list was signed, so the list does not have it. */
  private static boolean isKey(String name) {
    return name.matches("key-[0-9a-f]{16}\\.pem");
  }

  private byte[] start(String name, int most) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return new byte[0];
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(most);
    }
  }

  private Optional<RecordsSignature> signature(List<PublicKeyFile> keys) throws IOException {
    RecordsSignature signature;
    try {
      signature = RecordsSignature.read(new String(start(SIGNATURE, LONGEST_SIGNATURE), UTF_8));
    } catch (IllegalArgumentException e) {
      problem(SIGNATURE, Flaw.DAMAGED, "it is damaged: no signature can be read from it");
      return Optional.empty();
    }
    Optional<PublicKeyFile> key =
        keys.stream().filter(k -> k.fingerprint().equals(signature.key())).findFirst();
    if (key.isEmpty()) {
      problem(
          SIGNATURE,
          Flaw.FOREIGN_KEY,
          "it is made with the key " + signature.key() + ", which is not given");
      return Optional.empty();
    }
    if (!key.get().signed(signature)) {
      problem(SIGNATURE, Flaw.BAD_SIGNATURE, "it does not fit: it was changed");
      return Optional.empty();
    }
    return Optional.of(signature);
  }

  /** Returns how many files are as they were signed: none, if nobody signed this list. */
  private int compare(Optional<RecordsSignature> signature, List<PublicKeyFile> keys)
      throws IOException {
    byte[] list = start(ChecksumFile.FILE, room.listBytes());
    boolean isSigned = signature.filter(s -> s.list().equals(Hash.of(list))).isPresent();
    if (signature.isPresent() && !isSigned) {
      problem(ChecksumFile.FILE, Flaw.OTHER_LIST, "it is not the list that was signed");
    }
    Optional<Map<String, String>> read = ChecksumFile.read(list, MOST_FILES);
    if (read.isEmpty()) {
      problem(ChecksumFile.FILE, Flaw.DAMAGED, "it is damaged");
      return 0;
    }
    Map<String, String> listed = read.get();
    Set<String> beside = new HashSet<>();
    int right = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (isBeside(name, keys) && beside.add(name)) {
        continue;
      }
      String hash = listed.remove(name);
      String found = hash(entry);
      if (left < 0) {
        whole(
            Flaw.TOO_LARGE,
            "it unpacks to more than %,d GB, too much to verify here"
                .formatted(room.bytes() >> 30));
        return right;
      }
      if (hash == null) {
        problem(
            name,
            Flaw.ADDED,
            "it was added, or is there twice: " + ChecksumFile.FILE + " does not list it");
      } else if (hash.equals(found)) {
        right += isSigned ? 1 : 0;
      } else {
        problem(
            name, Flaw.CHANGED_SIGNED_FILE, "it is not the file that was signed: its hash differs");
      }
    }
    listed.keySet().stream().sorted().forEach(name -> problem(name, Flaw.MISSING, "it is missing"));
    return right;
  }

  /** Returns whether the list cannot name a file: the list, its signature, or a key of those. */
  private boolean isBeside(String name, List<PublicKeyFile> keys) throws IOException {
    if (!isKey(name)) {
      return name.equals(SIGNATURE) || name.equals(ChecksumFile.FILE);
    }
    String text = new String(start(name, LONGEST_KEY), UTF_8);
    return keys.stream().anyMatch(key -> key.pem().equals(text));
  }

  /** Returns the hash; empty if the answer unpacks to more than is verified. */
  private String hash(ZipEntry entry) throws IOException {
    DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), Hash.sha256());
    try (in) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        left -= n;
        if (left < 0) {
          return "";
        }
      }
    } catch (ZipException | EOFException e) {
      return "";
    }
    return HexFormat.of().formatHex(in.getMessageDigest().digest());
  }
}
