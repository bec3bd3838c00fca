package hallmonitor.local.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Pieces of files, each compressed and stored once under the SHA-256 of its content, so that a
 * second backup stores only what changed.
 */
final class Chunks {
  /** A change of one page stores this much again; a smaller size makes many more files. */
  static final int SIZE = 1 << 20;

  private final Path folder;

  Chunks(Path folder) {
    this.folder = folder;
  }

  /**
   * Stores the content of a stream.
   *
   * @param stored counts the bytes that were new
   * @return the chunks' names, in order
   */
  List<String> put(InputStream content, Stored stored) throws IOException {
    List<String> names = new ArrayList<>();
    for (byte[] piece = content.readNBytes(SIZE);
        piece.length > 0;
        piece = content.readNBytes(SIZE)) {
      names.add(put(piece, stored));
      stored.read += piece.length;
    }
    return names;
  }

  /** Counts bytes: read, and new in the backup folder after compression. */
  static final class Stored {
    private long read;
    private long added;

    long read() {
      return read;
    }

    long added() {
      return added;
    }
  }

  private String put(byte[] piece, Stored stored) throws IOException {
    String name = name(piece);
    Path file = file(name);
    if (!Files.exists(file)) {
      byte[] packed = packed(piece);
      Files.createDirectories(file.getParent());
      DurableFiles.write(file, packed);
      stored.added += packed.length;
    }
    return name;
  }

  private static byte[] packed(byte[] piece) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(piece.length / 4);
    try (GZIPOutputStream packing =
        new GZIPOutputStream(bytes, 1 << 16) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      packing.write(piece);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes a chunk's content.
   *
   * @throws DamagedBackup if it is missing or not what was stored
   */
  void get(String name, OutputStream to) throws IOException {
    byte[] piece;
    try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file(name)), 1 << 16)) {
      piece = unpacked.readAllBytes();
    } catch (NoSuchFileException e) {
      throw new DamagedBackup("The backup lacks the piece " + file(name) + ".");
    } catch (IOException e) {
      throw new DamagedBackup(
          "The piece " + file(name) + " of the backup cannot be read: " + e.getMessage());
    }
    if (!name(piece).equals(name)) {
      throw new DamagedBackup("The piece " + file(name) + " of the backup was changed.");
    }
    to.write(piece);
  }

  boolean has(String name) {
    return Files.isRegularFile(file(name));
  }

  /** Deletes all chunks but these. */
  void keepOnly(Set<String> names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!names.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  private Path file(String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  static String name(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
