package hallmonitor.notifier.evidence.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.ledger.Hash;
import java.util.Map;
import java.util.TreeMap;

/** {@code SHA256SUMS} in the format of {@code sha256sum -c} of GNU coreutils. */
public final class ChecksumFile {
  /** The file's name; the file does not contain its own hash. */
  public static final String FILE = "SHA256SUMS";

  private ChecksumFile() {}

  static byte[] of(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, bytes) -> text.append(Hash.of(bytes)).append("  ").append(name).append('\n'));
    return text.toString().getBytes(UTF_8);
  }
}
