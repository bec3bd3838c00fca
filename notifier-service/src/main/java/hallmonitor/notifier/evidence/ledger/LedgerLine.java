package hallmonitor.notifier.evidence.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A record as one line of NDJSON (https://github.com/ndjson/ndjson-spec) in exactly one form:
 * {@code {"hash":H,"link":L,"record":R}} and a line feed, where R is byte for byte what was hashed.
 */
public final class LedgerLine {
  private static final byte[] HASH = "{\"hash\":\"".getBytes(US_ASCII);
  private static final byte[] LINK = "\",\"link\":\"".getBytes(US_ASCII);
  private static final byte[] RECORD = "\",\"record\":".getBytes(US_ASCII);
  private static final int HEX = 64;
  private static final int START = HASH.length + HEX + LINK.length + HEX + RECORD.length;

  private LedgerLine() {}

  public static void write(SealedRecord sealed, OutputStream out) throws IOException {
    out.write(HASH);
    out.write(sealed.hash().getBytes(US_ASCII));
    out.write(LINK);
    out.write(sealed.link().getBytes(US_ASCII));
    out.write(RECORD);
    out.write(sealed.record());
    out.write('}');
    out.write('\n');
  }

  /** Parses a line without its line feed; empty if it has any other form. */
  public static Optional<UncheckedRecord> read(byte[] line) {
    if (line.length < START + 3 || line[line.length - 1] != '}') {
      return Optional.empty();
    }
    int link = HASH.length + HEX;
    int record = link + LINK.length + HEX;
    boolean spelled =
        at(line, 0, HASH) && at(line, link, LINK) && at(line, record, RECORD) && line[START] == '{';
    if (!spelled) {
      return Optional.empty();
    }
    return Optional.of(
        new UncheckedRecord(
            Arrays.copyOfRange(line, START, line.length - 1),
            new String(line, HASH.length, HEX, US_ASCII),
            new String(line, link + LINK.length, HEX, US_ASCII)));
  }

  private static boolean at(byte[] line, int from, byte[] expected) {
    return Arrays.equals(line, from, from + expected.length, expected, 0, expected.length);
  }
}
