package hallmonitor.moderation.store.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * The package as a .zip in the database, in parts: every instance of the service has it, a backup
 * has it, and no disk of a container must have room for it. Files are streamed from their pieces
 * into parts, so that neither must fit into memory.
 */
public final class AnswerParts {
  /** The list of files with their hashes, which is signed. */
  public static final String LIST = "SHA256SUMS";

  private static final int PART = 1 << 20;

  /** A picture with parts that are covered takes up to 17 MB. */
  private static final int PIECES_AT_ONCE = 1;

  /** Of all files; when they were made says nothing. */
  private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T12:00:00Z"));

  private final Jdbi database;

  /** Creates it. */
  public AnswerParts(Jdbi database) {
    this.database = database;
  }

  /**
   * A package that was written.
   *
   * @param listSha256 of the list of files, lower-case hex
   * @param sha256 of the whole, lower-case hex
   */
  public record Written(String listSha256, long bytes, String sha256) {}

  /** A row of the pieces. */
  public record Stored(String file, byte[] content) {}

  /**
   * Writes the package again from its pieces.
   *
   * @param beside files that the list does not name, by name
   */
  public Written write(UUID answerId, Map<String, String> beside) {
    return database.inTransaction(
        t -> {
          t.execute("delete from records_answer_part where answer_id = ?", answerId);
          try {
            return written(t, answerId, beside);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Written written(Handle t, UUID answerId, Map<String, String> beside)
      throws IOException {
    PartOutput parts = new PartOutput(t, answerId);
    DigestOutputStream whole = new DigestOutputStream(parts, sha256());
    String list;
    try (ZipOutputStream zip = new ZipOutputStream(whole)) {
      list = files(t, answerId, zip);
      entry(zip, LIST, list);
      for (Map.Entry<String, String> file : beside.entrySet()) {
        entry(zip, file.getKey(), file.getValue());
      }
    }
    return new Written(
        hex(sha256().digest(list.getBytes(StandardCharsets.UTF_8))),
        parts.bytes,
        hex(whole.getMessageDigest().digest()));
  }

  /** Writes all files, and returns the list of their hashes, as sha256sum reads it. */
  private static String files(Handle t, UUID answerId, ZipOutputStream zip) throws IOException {
    StringBuilder list = new StringBuilder();
    String open = "";
    MessageDigest digest = sha256();
    try (ResultIterator<Stored> pieces =
        t.createQuery(
                "select file, content from records_answer_piece where answer_id = :id order by file, piece")
            .bind("id", answerId)
            .setFetchSize(PIECES_AT_ONCE)
            .map(ConstructorMapper.of(Stored.class))
            .iterator()) {
      while (pieces.hasNext()) {
        Stored piece = pieces.next();
        if (!piece.file().equals(open)) {
          close(list, open, digest);
          open = piece.file();
          zip.putNextEntry(named(open));
        }
        digest.update(piece.content());
        zip.write(piece.content());
      }
    }
    close(list, open, digest);
    return list.toString();
  }

  private static void close(StringBuilder list, String file, MessageDigest digest) {
    if (!file.isEmpty()) {
      list.append(hex(digest.digest())).append("  ").append(file).append('\n');
    }
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(named(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }

  private static ZipEntry named(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(NO_TIME);
    return entry;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Returns a part; empty after the last one, or if the package was removed. */
  public Optional<byte[]> part(UUID answerId, int number) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select content from records_answer_part where answer_id = :id and number = :number")
                .bind("id", answerId)
                .bind("number", number)
                .mapTo(byte[].class)
                .findOne());
  }

  /** Opens the package; a part at a time is in memory. */
  public InputStream open(UUID answerId) {
    return new PartInput(answerId);
  }

  /** Cuts what is written into rows. */
  private static final class PartOutput extends OutputStream {
    private final Handle transaction;
    private final UUID answerId;
    private final byte[] buffer = new byte[PART];
    private int filled;
    private int number;
    private long bytes;

    PartOutput(Handle transaction, UUID answerId) {
      this.transaction = transaction;
      this.answerId = answerId;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      int left = length;
      while (left > 0) {
        int more = Math.min(left, PART - filled);
        System.arraycopy(from, offset + length - left, buffer, filled, more);
        filled += more;
        left -= more;
        if (filled == PART) {
          store();
        }
      }
    }

    private void store() {
      transaction.execute(
          "insert into records_answer_part (answer_id, number, content) values (?, ?, ?)",
          answerId,
          number,
          Arrays.copyOf(buffer, filled));
      number++;
      bytes += filled;
      filled = 0;
    }

    @Override
    public void close() {
      if (filled > 0) {
        store();
      }
    }
  }

  private final class PartInput extends InputStream {
    private final UUID answerId;
    private byte[] part = new byte[0];
    private int at;
    private int number;

    PartInput(UUID answerId) {
      this.answerId = answerId;
    }

    @Override
    public int read() {
      return next() ? part[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (!next()) {
        return -1;
      }
      int more = Math.min(length, part.length - at);
      System.arraycopy(part, at, to, offset, more);
      at += more;
      return more;
    }

    private boolean next() {
      if (at == part.length) {
        part = AnswerParts.this.part(answerId, number).orElse(new byte[0]);
        at = 0;
        number++;
      }
      return part.length > 0;
    }
  }
}
