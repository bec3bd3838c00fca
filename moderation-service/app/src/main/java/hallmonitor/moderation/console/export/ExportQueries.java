package hallmonitor.moderation.console.export;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the exports that the viewer asked for: nobody reads those of others. */
@ApplicationScoped
public class ExportQueries {
  private static final String COLUMNS =
      """
      select export_id, query, scope, purpose, words, asked_at, state, found, total, written, bytes, manifest, ended_at
      from archive_export
      """;

  private final ConsoleDatabase database;

  ExportQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns the newest ones, and all that are in work or ready. */
  List<ExportView> of(String viewer) {
    return database.read(
        h ->
            h.createQuery(
                    COLUMNS
                        + """
                        where asked_by = :viewer and (state in ('finding', 'writing', 'ready') or export_id in (
                          select export_id from archive_export where asked_by = :viewer order by asked_at desc limit 20))
                        order by asked_at desc, export_id
                        """)
                .bind("viewer", viewer)
                .map(rows(ExportView.class))
                .list());
  }

  /** Returns one of them. */
  Optional<ExportView> find(UUID id, String viewer) {
    return database.read(
        h ->
            h.createQuery(COLUMNS + "where asked_by = :viewer and export_id = :id")
                .bind("viewer", viewer)
                .bind("id", id)
                .map(rows(ExportView.class))
                .findOne());
  }
}
