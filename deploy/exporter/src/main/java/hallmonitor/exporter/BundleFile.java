package hallmonitor.exporter;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** A file of a bundle while it is written. */
abstract sealed class BundleFile implements AutoCloseable permits JsonLines, WarcRecords {
  private final BundleStore store;
  private final String name;
  private final MessageDigest digest = Sha256.digest();
  private final Counted bytes;
  private long records;

  BundleFile(BundleStore store, String name) throws IOException {
    this.store = store;
    this.name = name;
    this.bytes = new Counted(store.begin(name));
  }

  /** Counts what is written. */
  private static final class Counted extends FilterOutputStream {
    private long count;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      out.write(some, from, length);
      count += length;
    }
  }

  /** Returns where its bytes go. */
  final OutputStream out() {
    return new DigestOutputStream(bytes, digest);
  }

  final void added() {
    records++;
  }

  /** Returns its size so far; what is not compressed yet does not count. */
  final long size() {
    return bytes.count;
  }

  /**
   * Ends it, once it is closed.
   *
   * @param last the key of its last record; empty if another file of the dataset has it
   */
  final BundleManifest.File finish(String dataset, int run, List<String> last) throws IOException {
    close();
    store.finish(name);
    return new BundleManifest.File(
        name,
        dataset,
        run,
        records,
        bytes.count,
        HexFormat.of().formatHex(digest.digest()),
        last.isEmpty() ? null : last);
  }

  @Override
  public abstract void close() throws IOException;
}
