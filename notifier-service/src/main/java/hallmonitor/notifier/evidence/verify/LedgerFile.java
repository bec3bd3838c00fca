package hallmonitor.notifier.evidence.verify;

import hallmonitor.notifier.evidence.ledger.LedgerLine;
import hallmonitor.notifier.evidence.ledger.UncheckedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a ledger as NDJSON, line by line. */
public final class LedgerFile {
  private LedgerFile() {}

  /** Passes lines to a verification; stops at the first bad one. */
  public static void prove(InputStream in, LedgerVerification proof) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      int from = 0;
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          line.write(buffer, from, i - from);
          if (!take(line.toByteArray(), proof)) {
            return;
          }
          line.reset();
          from = i + 1;
        }
      }
      line.write(buffer, from, n - from);
    }
    if (line.size() > 0) {
      proof.unreadable("the file is cut off in it");
    }
  }

  private static boolean take(byte[] line, LedgerVerification proof) {
    Optional<UncheckedRecord> found = LedgerLine.read(line);
    if (found.isEmpty()) {
      proof.unreadable("it is not spelled as a line of a ledger");
      return false;
    }
    return proof.next(found.get());
  }
}
