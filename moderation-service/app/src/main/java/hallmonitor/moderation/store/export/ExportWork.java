package hallmonitor.moderation.store.export;

import hallmonitor.moderation.store.BackgroundWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The way of an export: what the search finds is noted a part at a time, then the files are
 * written. Each step is a transaction, so that a restart goes on where it was. A step that another
 * instance took changes nothing.
 */
public final class ExportWork {
  private final Jdbi database;
  private final int mostItems;

  /**
   * Creates it.
   *
   * @param mostItems comments and posts of one export
   */
  public ExportWork(Jdbi database, int mostItems) {
    this.database = database;
    this.mostItems = mostItems;
  }

  /** An export that waits for its next step; the fields as in the table. */
  public record WaitingExport(
      UUID exportId,
      String query,
      String search,
      String scope,
      String askedBy,
      String state,
      String place) {
    public boolean isFinding() {
      return state.equals("finding");
    }
  }

  /** A comment, or a post, that was found. */
  public record FoundKey(String account, boolean post, String itemId) {}

  /** Does something while no other instance works on exports. */
  public boolean alone(BooleanSupplier step) {
    return BackgroundWork.alone(database, "archive exports", step);
  }

  /** Returns the export that waits longest for its next step. */
  public Optional<WaitingExport> next() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select export_id, query, search, scope, asked_by, state, place from archive_export
                    where ended_at is null and next_at <= clock_timestamp() order by asked_at limit 1
                    """)
                .map(ConstructorMapper.of(WaitingExport.class))
                .findOne());
  }

  /**
   * Counts a step before it is taken, so that one that ends the program counts too. After {@value
   * BackgroundWork#MOST_TRIES} without success the export fails.
   *
   * @return whether the step is to be taken
   */
  public boolean tries(WaitingExport export) {
    return database.inTransaction(
        t -> {
          if (!isStill(t, export)) {
            return false;
          }
          if (BackgroundWork.tried(t, ArchiveExports.TABLE, ArchiveExports.KEY, export.exportId())
              > BackgroundWork.MOST_TRIES) {
            ArchiveExports.end(t, export.exportId(), "failed");
            return false;
          }
          return true;
        });
  }

  /**
   * Adds a part of what the search found.
   *
   * @param next where it goes on; empty after the last part
   */
  public void add(WaitingExport export, List<FoundKey> found, String next) {
    step(
        export,
        t -> {
          t.createUpdate(
                  """
                  insert into archive_export_item (export_id, account, post, item_id)
                  select :id, account, post, item_id from unnest(:accounts, :posts, :items) as k(account, post, item_id)
                  on conflict do nothing
                  """)
              .bind("id", export.exportId())
              .bindArray("accounts", String.class, found.stream().map(FoundKey::account).toList())
              .bindArray("posts", Boolean.class, found.stream().map(FoundKey::post).toList())
              .bindArray("items", String.class, found.stream().map(FoundKey::itemId).toList())
              .execute();
          long items =
              t.createQuery("select count(*) from archive_export_item where export_id = :id")
                  .bind("id", export.exportId())
                  .mapTo(Long.class)
                  .one();
          t.execute(
              """
              update archive_export
              set found = ?, place = ?, state = ?, faults = 0, next_at = clock_timestamp() where export_id = ?
              """,
              items,
              next,
              next.isEmpty() ? "writing" : "finding",
              export.exportId());
          if (items > mostItems) {
            ArchiveExports.end(t, export.exportId(), "too-many");
          }
        });
  }

  /** Ends an export as {@code refused} or {@code too-large}. */
  public void end(WaitingExport export, String state) {
    step(export, t -> ArchiveExports.end(t, export.exportId(), state));
  }

  /** Lets the next round go on at once: the step was interrupted, and had no fault. */
  public void goOn(WaitingExport export) {
    step(
        export,
        t ->
            t.execute(
                "update archive_export set faults = 0, next_at = clock_timestamp() where export_id = ?",
                export.exportId()));
  }

  /** Throws away what was written, so that it is written again. */
  public void beginAgain(WaitingExport export) {
    step(
        export,
        t -> {
          t.execute("delete from archive_export_file where export_id = ?", export.exportId());
          t.execute(
              """
              update archive_export set manifest = '', written = 0, bytes = 0, next_at = clock_timestamp()
              where export_id = ?
              """,
              export.exportId());
        });
  }

  /** Ends an export that is complete. */
  public void ready(WaitingExport export) {
    step(
        export,
        t -> {
          t.execute("delete from archive_export_item where export_id = ?", export.exportId());
          t.execute(
              "update archive_export set state = 'ready', ended_at = clock_timestamp() where export_id = ?",
              export.exportId());
          String made =
              t.createQuery(
                      """
                      select written || ' records; SHA-256 of manifest.json ' ||
                        encode(sha256(convert_to(manifest, 'UTF8')), 'hex')
                      from archive_export where export_id = :id
                      """)
                  .bind("id", export.exportId())
                  .mapTo(String.class)
                  .one();
          ArchiveExports.audit(t, export.askedBy(), "export-made", export.exportId(), made);
        });
  }

  private void step(WaitingExport export, Consumer<Handle> change) {
    database.useTransaction(
        t -> {
          if (isStill(t, export)) {
            change.accept(t);
          }
        });
  }

  private static boolean isStill(Handle t, WaitingExport export) {
    return t.createQuery(
            """
            select export_id from archive_export
            where export_id = :id and state = :state and place = :place for update
            """)
        .bind("id", export.exportId())
        .bind("state", export.state())
        .bind("place", export.place())
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }
}
