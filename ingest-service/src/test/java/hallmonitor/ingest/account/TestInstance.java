package hallmonitor.ingest.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;

/** An instance that never renews its lease by itself. */
public final class TestInstance {
  private final Jdbi database;
  private final OwnerTable table;
  private final UUID id = UUID.randomUUID();

  /** What this machine's own clock says of the lease. */
  public final AtomicBoolean valid = new AtomicBoolean(true);

  public TestInstance(Jdbi database) {
    this(database, new ProcessPlace(Optional.empty(), "1"));
  }

  TestInstance(Jdbi database, ProcessPlace place) {
    this.database = database;
    this.table = new OwnerTable(database);
    table.join(id, place);
  }

  /** Takes a unit that nobody owns. */
  public Tenure owning(String unit) {
    long token = table.claim(id, List.of(unit), 1).get(0).token();
    return new Tenure(unit, id, token, System.nanoTime(), System.nanoTime(), valid::get);
  }

  /** Says nothing for longer than a lease, and loses everything. */
  public void fallSilent() {
    valid.set(false);
    database.useHandle(
        h ->
            h.execute(
                "update instance set until = clock_timestamp() - interval '1 s' where instance = ?",
                id));
    if (!table.buryIfSilent(id)) {
      throw new IllegalStateException("it was not buried");
    }
  }
}
