package hallmonitor.importer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Tells a person how far it is: rows, share of the bytes, rows in a second. */
final class ImportProgress {
  private static final long NANOS = 1_000_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long totalBytes;
  private final long start;
  private long bytes;
  private long rows;
  private long told;
  private int width;

  /**
   * Creates one.
   *
   * @param terminal whether a line can be written over; else there is a line every ten seconds
   * @param totalBytes of all parts; 0 if unknown
   */
  ImportProgress(PrintStream out, boolean terminal, long totalBytes, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.totalBytes = totalBytes;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.told = start;
  }

  /** Counts the bytes that are read. */
  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        bytes += one < 0 ? 0 : 1;
        return one;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        bytes += Math.max(0, read);
        return read;
      }

      @Override
      public boolean markSupported() {
        return false;
      }
    };
  }

  void done(int more) {
    rows += more;
    long now = nanoTime.getAsLong();
    if (now - told >= (terminal ? 1 : 10) * NANOS) {
      told = now;
      show(line(now));
    }
  }

  private void show(String line) {
    if (terminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      out.flush();
      width = line.length();
    } else {
      out.println(line);
    }
  }

  /** Says what is waited for, on a line of its own. */
  void say(String sentence) {
    end();
    out.println(sentence);
  }

  /** Ends the line, so that what follows does not stand in it. */
  void end() {
    if (terminal && width > 0) {
      out.println();
      width = 0;
    }
  }

  private String line(long now) {
    String share =
        totalBytes > 0
            ? ", %d %%".formatted(Math.min(100, Math.round(100.0 * bytes / totalBytes)))
            : "";
    double seconds = Math.max(1, now - start) / (double) NANOS;
    return "%,d rows%s, %,d rows/s".formatted(rows, share, Math.round(rows / seconds));
  }
}
