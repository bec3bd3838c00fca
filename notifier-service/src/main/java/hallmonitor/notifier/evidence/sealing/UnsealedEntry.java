package hallmonitor.notifier.evidence.sealing;

import hallmonitor.notifier.evidence.ledger.ClockTime;
import hallmonitor.notifier.evidence.ledger.SealedRecord.Matter;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** An entry that waits for sealing. */
record UnsealedEntry(long arrival, Matter matter) {
  private static final int MOST_AT_ONCE = 500;
  private static final long MOST_BYTES_AT_ONCE = 4 << 20;
  private static final String REPORTED = "the person or service that reported it";
  private static final String DATABASE = "the database server";

  public record Size(long arrival, int bytes) {}

  /**
   * Returns the oldest unsealed entries in order of arrival: as many as fit into 4 MiB, but at
   * least one. This includes rows that committed late, no matter what their number is.
   */
  static List<UnsealedEntry> some(Handle transaction) {
    List<Long> batch = new ArrayList<>();
    long bytes = 0;
    for (Size size : sizes(transaction)) {
      bytes += size.bytes();
      if (!batch.isEmpty() && bytes > MOST_BYTES_AT_ONCE) {
        break;
      }
      batch.add(size.arrival());
    }
    return batch.isEmpty() ? List.of() : read(transaction, batch);
  }

  static void markSealed(Handle transaction, List<UnsealedEntry> entries) {
    transaction
        .createUpdate(
            """
            update evidence_entry
            set sealed_at = clock_timestamp()
            where arrival = any(:arrivals)
            """)
        .bindArray("arrivals", Long.class, entries.stream().map(UnsealedEntry::arrival).toArray())
        .execute();
  }

  /** Returns how long the oldest one has waited; 0 if none waits. */
  static double oldestSeconds(Handle handle) {
    return handle
        .createQuery(
            """
            select coalesce(extract(epoch from clock_timestamp() - min(arrived_at)), 0)
            from evidence_entry
            where sealed_at is null
            """)
        .mapTo(Double.class)
        .one();
  }

  /** Deletes entries that have been in the ledger for a day. */
  static void forgetSealed(Handle handle) {
    handle.execute(
        """
        delete from evidence_entry
        where sealed_at < clock_timestamp() - interval '1 day'
        """);
  }

  private static List<Size> sizes(Handle transaction) {
    return transaction
        .createQuery(
            """
            select arrival, octet_length(content) as bytes
            from evidence_entry
            where sealed_at is null
            order by arrival limit :most
            """)
        .bind("most", MOST_AT_ONCE)
        .map(ConstructorMapper.of(Size.class))
        .list();
  }

  private static List<UnsealedEntry> read(Handle transaction, List<Long> arrivals) {
    return transaction
        .createQuery(
            """
            select arrival, entry_id, case_id, kind, content, at, arrived_at
            from evidence_entry
            where arrival = any(:arrivals)
            order by arrival
            """)
        .bindArray("arrivals", Long.class, arrivals.toArray())
        .map(
            (rs, ctx) ->
                new UnsealedEntry(
                    rs.getLong("arrival"),
                    new Matter(
                        rs.getObject("entry_id", UUID.class),
                        rs.getObject("case_id", UUID.class),
                        rs.getString("kind"),
                        rs.getBytes("content"),
                        new ClockTime(
                            rs.getObject("at", OffsetDateTime.class).toInstant(), REPORTED),
                        new ClockTime(
                            rs.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                            DATABASE))))
        .list();
  }
}
