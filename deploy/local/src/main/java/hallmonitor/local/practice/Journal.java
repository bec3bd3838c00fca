package hallmonitor.local.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import hallmonitor.local.web.Json;
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
import org.jspecify.annotations.Nullable;

/**
 * The site's data on disk: an append-only file with one JSON object per line. A line is passed to
 * the operating system before the caller gets an answer, so a killed process loses nothing. A power
 * failure may lose the last seconds, which is acceptable for a practice page.
 */
final class Journal implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());

  /**
   * One line.
   *
   * @param op {@code put} a comment, set its {@code status}, {@code edit} its text, {@code delete}
   *     it, or {@code next}: all ids below this one are used
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  record Line(
      String op,
      int id,
      int post,
      int parent,
      @Nullable String name,
      @Nullable String email,
      @Nullable String agent,
      long time,
      @Nullable String raw,
      @Nullable String status,
      long owner,
      int user) {

    static Line put(PracticeComment c) {
      return new Line(
          "put",
          c.id(),
          c.post(),
          c.parent(),
          c.name(),
          c.email(),
          c.agent(),
          c.epochSecond(),
          c.raw(),
          c.status().wire(),
          c.owner(),
          c.user());
    }

    static Line status(int id, CommentStatus status) {
      return new Line("status", id, 0, 0, null, null, null, 0, null, status.wire(), 0, 0);
    }

    static Line edit(int id, String raw) {
      return new Line("edit", id, 0, 0, null, null, null, 0, raw, null, 0, 0);
    }

    static Line delete(int id) {
      return new Line("delete", id, 0, 0, null, null, null, 0, null, null, 0, 0);
    }

    static Line next(int id) {
      return new Line("next", id, 0, 0, null, null, null, 0, null, null, 0, 0);
    }
  }

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
  static Journal open(Path file, Consumer<Line> reader) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new Journal(file, Files.exists(file) && !read(file, reader));
  }

  private static RandomAccessFile atEnd(Path file) throws IOException {
    RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
    opened.seek(opened.length());
    return opened;
  }

  /** Returns whether every line could be read. */
  private static boolean read(Path file, Consumer<Line> reader) throws IOException {
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
        unreadable += accept(line.toByteArray(), reader) ? 0 : 1;
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
  boolean wasDamaged() {
    return damaged;
  }

  private static boolean accept(byte[] line, Consumer<Line> reader) {
    try {
      reader.accept(Json.MAPPER.readValue(line, Line.class));
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
  void append(Line line) throws IOException {
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
  void rewrite(Stream<Line> lines) throws IOException {
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

  private static byte[] withNewline(Line line) throws IOException {
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
