package hallmonitor.moderation.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.exporter.BundleStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The files of an export in the database: every instance of the service has them, a backup has
 * them, and no disk of a container must have room for them. Each file is in memory as a whole while
 * it is written, so files must be small.
 */
public final class ExportFiles implements BundleStore {
  /** Thrown if an export has more bytes than one may have. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Thrown if it was removed meanwhile. */
  public static final class Removed extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Jdbi database;
  private final UUID exportId;
  private final long most;
  private final Map<String, ByteArrayOutputStream> begun = new HashMap<>();

  /**
   * Opens the files of an export.
   *
   * @param most bytes of all files
   */
  public ExportFiles(Jdbi database, UUID exportId, long most) {
    this.database = database;
    this.exportId = exportId;
    this.most = most;
  }

  @Override
  public Optional<byte[]> manifest() {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select manifest from archive_export where export_id = :id and manifest <> ''")
                .bind("id", exportId)
                .mapTo(String.class)
                .findOne()
                .map(text -> text.getBytes(UTF_8)));
  }

  @Override
  public void manifest(byte[] json, long records) throws IOException {
    int noted =
        database.withHandle(
            h ->
                h.execute(
                    """
                    update archive_export
                    set manifest = ?, faults = case when written < ? then 0 else faults end, written = ?
                    where export_id = ? and state = 'writing'
                    """,
                    new String(json, UTF_8),
                    records,
                    records,
                    exportId));
    if (noted == 0) {
      throw new Removed();
    }
  }

  @Override
  public void expect(long records) {
    database.useHandle(
        h ->
            h.execute(
                "update archive_export set total = ? where export_id = ?", records, exportId));
  }

  @Override
  public OutputStream begin(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    begun.put(name, out);
    return out;
  }

  @Override
  public void finish(String name) throws IOException {
    byte[] content = Objects.requireNonNull(begun.remove(name), name).toByteArray();
    long bytes =
        database.inTransaction(
            t -> {
              t.execute(
                  """
                  insert into archive_export_file (export_id, name, content) values (?, ?, ?)
                  on conflict (export_id, name) do update set content = excluded.content
                  """,
                  exportId,
                  name,
                  content);
              // Who removes it changes the same row, so this file goes too or does not come in.
              return t.createQuery(
                      """
                      update archive_export set bytes = (
                        select sum(octet_length(content)) from archive_export_file where export_id = :id)
                      where export_id = :id and state = 'writing' returning bytes
                      """)
                  .bind("id", exportId)
                  .mapTo(Long.class)
                  .findOne()
                  .orElseThrow(Removed::new);
            });
    if (bytes > most) {
      throw new TooLarge();
    }
  }

  @Override
  public void remove(String name) {
    database.useHandle(
        h ->
            h.execute(
                "delete from archive_export_file where export_id = ? and name = ?",
                exportId,
                name));
  }

  @Override
  public boolean has(String name) {
    return content(name).isPresent();
  }

  Optional<byte[]> content(String name) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select content from archive_export_file where export_id = :id and name = :name")
                .bind("id", exportId)
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne());
  }

  /** Returns the names of all files but the manifest. */
  List<String> names() {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select name from archive_export_file where export_id = :id order by name")
                .bind("id", exportId)
                .mapTo(String.class)
                .list());
  }
}
