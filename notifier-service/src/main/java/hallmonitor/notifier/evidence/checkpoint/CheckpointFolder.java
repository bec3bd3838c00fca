package hallmonitor.notifier.evidence.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files outside the database: {@code checkpoint-000000000042.json}, a time stamp of the same name
 * that ends in {@code .tsr}, and {@code key-*.pem}, the public keys. Files are never replaced. They
 * are most valuable if someone else keeps a copy.
 */
public record CheckpointFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("checkpoint-[0-9]{12,19}\\.json");

  public static String name(long sequence) {
    return "checkpoint-%012d.json".formatted(sequence);
  }

  public static Path timeStampOf(Path checkpoint) {
    String name = checkpoint.getFileName().toString();
    return checkpoint.resolveSibling(name.substring(0, name.length() - "json".length()) + "tsr");
  }

  /** Returns all checkpoint files, oldest first. */
  public List<Path> files() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the public keys in the folder. */
  public List<Path> keys() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(f -> f.getFileName().toString().matches("key-[0-9a-f]{16}\\.pem"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the newest checkpoint. */
  Optional<Path> newest() {
    List<Path> files = files();
    return files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
  }

  static LedgerCheckpoint read(Path file) {
    try {
      return LedgerCheckpoint.read(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(file.getFileName() + " cannot be read", e);
    }
  }

  /** Stores a checkpoint, unless one for the same record exists. */
  Path write(LedgerCheckpoint checkpoint) {
    Path file = path.resolve(name(checkpoint.head().sequence()));
    write(file, checkpoint.text().getBytes(UTF_8));
    return file;
  }

  void export(PublicKeyFile key) {
    write(
        path.resolve("key-" + key.fingerprint().substring(0, 16) + ".pem"),
        key.pem().getBytes(UTF_8));
  }

  /** Writes durably; a crash leaves the whole file or none. */
  static void write(Path file, byte[] content) {
    try {
      if (Files.exists(file)) {
        return;
      }
      Files.createDirectories(file.getParent());
      Path unfinished =
          file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
      Files.write(unfinished, content);
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
