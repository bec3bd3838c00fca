package hallmonitor.ingest.account;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The running instances and what each of them owns, in the tables instance and account_owner. */
public final class OwnerTable {
  /** How long an instance that says nothing keeps what it owns. */
  static final Duration LEASE = Duration.ofSeconds(6);

  /** A row of instance. */
  public record Instance(UUID instance, Optional<String> place, String process, boolean silent) {
    ProcessPlace where() {
      return new ProcessPlace(place, process);
    }
  }

  /**
   * A unit that has a new owner.
   *
   * @param readsRestMillis how much longer the platform wants no reads; 0 if it takes them
   * @param actsRestMillis the same for routine acts
   */
  public record Claimed(String unit, long token, long readsRestMillis, long actsRestMillis) {}

  private final Jdbi database;

  public OwnerTable(Jdbi database) {
    this.database = database;
  }

  /** Adds an instance, which holds nothing yet. */
  void join(UUID instance, ProcessPlace here) {
    database.useHandle(
        h ->
            h.execute(
                """
                insert into instance (instance, place, process, until)
                values (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
                """,
                instance,
                here.place().orElse(null),
                here.process(),
                LEASE.toMillis()));
  }

  /** Returns whether the instance is still one of them, and then goes on for another lease. */
  static boolean renew(Handle handle, UUID instance) {
    return handle.execute(
            """
            update instance set until = clock_timestamp() + ? * interval '1 millisecond'
            where instance = ?
            """,
            LEASE.toMillis(),
            instance)
        == 1;
  }

  /** Returns all instances, those first that joined first. */
  List<Instance> instances() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select instance, place, process, until < clock_timestamp() as silent
                    from instance
                    order by joined
                    """)
                .map(ConstructorMapper.of(Instance.class))
                .list());
  }

  /**
   * Takes everything from an instance that was silent for too long. Requests that it had begun may
   * be under way for as long as a platform may take to answer.
   *
   * @return false if it has come back or was buried already
   */
  boolean buryIfSilent(UUID instance) {
    return database.inTransaction(
        t -> {
          boolean silent =
              t.createQuery(
                      """
                      select 1 from instance
                      where instance = ? and until < clock_timestamp()
                      for update
                      """)
                  .bind(0, instance)
                  .mapTo(Integer.class)
                  .findFirst()
                  .isPresent();
          if (silent) {
            t.execute(
                """
                update account_owner
                set instance = null, quiet_until = clock_timestamp() + ? * interval '1 millisecond'
                where instance = ?
                """,
                Tenure.LONGEST_REQUEST.toMillis(),
                instance);
            t.execute("delete from instance where instance = ?", instance);
          }
          return silent;
        });
  }

  /** Takes everything from an instance that has ended. */
  boolean leave(UUID instance) {
    return database.withHandle(
        h -> h.execute("delete from instance where instance = ?", instance) == 1);
  }

  /**
   * Gives free units to an instance.
   *
   * @param most so many at most
   * @return those that it owns from now on
   */
  List<Claimed> claim(UUID instance, Collection<String> units, int most) {
    return database.inTransaction(
        t -> {
          t.createUpdate(
                  """
                  insert into account_owner (unit) select unnest(:units)
                  on conflict do nothing
                  """)
              .bindArray("units", String.class, units.toArray())
              .execute();
          return t.createQuery(
                  """
                  update account_owner
                  set instance = :instance, token = token + 1
                  where unit in (
                    select unit from account_owner
                    where unit = any(:units) and instance is null
                    order by unit limit :most
                    for update skip locked)
                  returning unit, token,
                    (extract(epoch from greatest(rests_until, now()) - now()) * 1000)::bigint as reads_rest_millis,
                    (extract(epoch from greatest(acts_rest_until, now()) - now()) * 1000)::bigint as acts_rest_millis
                  """)
              .bindArray("units", String.class, units.toArray())
              .bind("instance", instance)
              .bind("most", most)
              .map(ConstructorMapper.of(Claimed.class))
              .list();
        });
  }

  /**
   * Notes for the next owner which platforms want to be left alone. Rows that say so already are
   * not written again.
   *
   * @param rests by unit
   */
  static void rest(Handle handle, UUID instance, Map<String, PlatformRest> rests) {
    List<Map.Entry<String, PlatformRest>> given =
        rests.entrySet().stream()
            .map(e -> Map.entry(e.getKey(), e.getValue().told()))
            .filter(e -> !e.getValue().equals(PlatformRest.NONE))
            .toList();
    if (given.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            update account_owner o
            set rests_until = greatest(o.rests_until, r.reads_until),
                acts_rest_until = greatest(o.acts_rest_until, r.acts_until)
            from (
              select unit, clock_timestamp() + reads * interval '1 millisecond' as reads_until,
                clock_timestamp() + acts * interval '1 millisecond' as acts_until
              from unnest(:units, :reads, :acts) as given (unit, reads, acts)) r
            where o.unit = r.unit
              and o.instance = :instance
              and (r.reads_until > o.rests_until + interval '2 seconds'
                or r.acts_until > o.acts_rest_until + interval '2 seconds')
            """)
        .bindArray("units", String.class, given.stream().map(Map.Entry::getKey).toArray())
        .bindArray(
            "reads", Long.class, given.stream().map(e -> e.getValue().reads().toMillis()).toArray())
        .bindArray(
            "acts", Long.class, given.stream().map(e -> e.getValue().acts().toMillis()).toArray())
        .bind("instance", instance)
        .execute();
  }

  void release(UUID instance, Collection<String> units) {
    database.useHandle(
        h ->
            h.createUpdate(
                    """
                    update account_owner set instance = null
                    where instance = :instance and unit = any(:units)
                    """)
                .bindArray("units", String.class, units.toArray())
                .bind("instance", instance)
                .execute());
  }
}
