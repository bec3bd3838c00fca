package hallmonitor.notifier.evidence.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code SHA256SUMS} in the format of {@code sha256sum -c} of GNU coreutils. */
public final class ChecksumFile {
  /** The file's name; the file does not contain its own hash. */
  public static final String FILE = "SHA256SUMS";

  /** Characters before a name: the hash and two spaces. */
  private static final int NAME = 66;

  private ChecksumFile() {}

  /**
   * Reads a list.
   *
   * @param most lines
   * @return hashes by the name of the file; empty if it is damaged, or longer
   */
  public static Optional<Map<String, String>> read(byte[] list, int most) {
    Map<String, String> hashes = new TreeMap<>();
    Iterator<String> lines = new String(list, UTF_8).lines().iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.length() <= NAME
          || !Hash.isOne(line.substring(0, NAME - 2))
          || hashes.size() >= most) {
        return Optional.empty();
      }
      hashes.put(line.substring(NAME), line.substring(0, NAME - 2));
    }
    return Optional.of(hashes);
  }

  /** Writes a list of the files by their names. */
  public static byte[] of(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, bytes) -> text.append(Hash.of(bytes)).append("  ").append(name).append('\n'));
    return text.toString().getBytes(UTF_8);
  }
}
