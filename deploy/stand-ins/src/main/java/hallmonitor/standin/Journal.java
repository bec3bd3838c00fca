package hallmonitor.standin;

import hallmonitor.standin.web.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Data of a practice page on disk: an append-only file with one JSON object per line. A line is
 * passed to the operating system before the caller gets an answer, so a killed process loses
 * nothing. A power failure may lose the last seconds, which is acceptable for practice.
 *
 * @param <L> one line, as Jackson reads and writes it
 */
public final class Journal<L> implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());

  private final Path file;

  /** Not a FileChannel, which closes for everyone when a writing thread is interrupted. */
  private RandomAccessFile out;

  private final boolean damaged;

  private Journal(Path file, boolean damaged) throws IOException {
    this.file = file;
    this.damaged = damaged;
    this.out = atEnd(file);
  }

  /**
   * Reads every line, then opens the file for appending. An unfinished last line, left by a kill
   * during a write, was never confirmed and is dropped. Any other unreadable line is reported,
   * skipped, and kept in a copy beside the file.
   */
  public static <L> Journal<L> open(Path file, Class<L> line, Consumer<L> reader)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new Journal<>(file, Files.exists(file) && !read(file, line, reader));
  }

  private static RandomAccessFile atEnd(Path file) throws IOException {
    RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
    opened.seek(opened.length());
    return opened;
  }

  /** Returns whether every line could be read. */
  private static <L> boolean read(Path file, Class<L> form, Consumer<L> reader) throws IOException {
    int unreadable = 0;
    long good = 0; // end of the last complete line
    long at = 0;
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var line = new ByteArrayOutputStream(512);
      for (int b = in.read(); b >= 0; b = in.read()) {
        at++;
        if (b != '\n') {
          line.write(b);
          continue;
        }
        good = at;
        unreadable += accept(line.toByteArray(), form, reader) ? 0 : 1;
        line.reset();
      }
    }
    if (unreadable > 0) {
      Path copy = file.resolveSibling(file.getFileName() + ".damaged");
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      LOG.log(
          System.Logger.Level.WARNING,
          unreadable
              + " lines of "
              + file
              + " could not be read and were skipped; a copy is "
              + copy);
    }
    if (good < at) {
      try (var tail = new RandomAccessFile(file.toFile(), "rw")) {
        tail.setLength(good);
      }
    }
    return unreadable == 0;
  }

  /** Returns whether the file had unreadable lines. Then rewrite it; the copy is kept. */
  public boolean wasDamaged() {
    return damaged;
  }

  private static <L> boolean accept(byte[] line, Class<L> form, Consumer<L> reader) {
    try {
      reader.accept(Json.MAPPER.readValue(line, form));
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Appends one line. On failure the file keeps its previous end.
   *
   * @throws IOException if the disk is full or gone
   */
  public void append(L line) throws IOException {
    long end = out.getFilePointer();
    try {
      out.write(withNewline(line));
    } catch (IOException e) {
      out.setLength(end);
      out.seek(end);
      throw e;
    }
  }

  /** Replaces the file atomically: a crash leaves the old file or the new. */
  public void rewrite(Stream<L> lines) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream lineByLine =
        new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16)) {
      for (var each = lines.iterator(); each.hasNext(); ) {
        lineByLine.write(withNewline(each.next()));
      }
    }
    out.close();
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    out = atEnd(file);
  }

  private static byte[] withNewline(Object line) throws IOException {
    byte[] json = Json.MAPPER.writeValueAsBytes(line);
    byte[] bytes = java.util.Arrays.copyOf(json, json.length + 1);
    bytes[json.length] = '\n';
    return bytes;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
