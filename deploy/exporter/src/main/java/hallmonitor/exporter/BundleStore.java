package hallmonitor.exporter;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Where a bundle is kept: a folder, or a database. A file has its name only once it is finished,
 * and the manifest names only such files, so that an export that was killed can go on.
 */
public interface BundleStore {
  /** Returns the manifest; empty before the first one. */
  Optional<byte[]> manifest() throws IOException;

  /**
   * Replaces the manifest. Every file that it names is kept by then.
   *
   * @param records that were written so far
   */
  void manifest(byte[] json, long records) throws IOException;

  /** Begins a file, or begins it again. */
  OutputStream begin(String name) throws IOException;

  /** Gives a file, which is written and closed, its name. */
  void finish(String name) throws IOException;

  /** Removes a file, if it is there. */
  void remove(String name) throws IOException;

  /** Returns whether a finished file has this name. */
  boolean has(String name) throws IOException;

  /**
   * Takes how many records there will be.
   *
   * @param records of all datasets
   */
  default void expect(long records) throws IOException {}
}
