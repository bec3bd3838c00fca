package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/**
 * Counts requests in the database, so that a restart resets nothing and all instances count
 * together. Addresses are kept for a day and only as keyed hashes.
 */
@ApplicationScoped
public class AppealRateLimit {
  private final ConsoleDatabase database;
  private final AppealSeal seal;
  private final AppealConfig config;

  AppealRateLimit(ConsoleDatabase database, AppealSeal seal, AppealConfig config) {
    this.database = database;
    this.seal = seal;
    this.config = config;
  }

  /**
   * Counts an appeal and returns true if it is within the limit.
   *
   * @param known whether its reference exists: only those count for all together, so that nobody
   *     closes the form with references of their own making
   */
  boolean maySend(String address, boolean known) {
    return mayKnown("send", address, config.sendsAnHour(), config.allSendsAnHour(), known);
  }

  /** Does the same for an appeal without a reference; those count for themselves. */
  boolean maySendByName(String address) {
    return may("send-by-name", address, config.sendsAnHour(), config.allByNameSendsAnHour());
  }

  /**
   * Counts a status lookup and returns true if it is within the limit.
   *
   * @param known as for an appeal
   */
  boolean mayLook(String address, boolean known) {
    return mayKnown("look", address, config.looksAnHour(), config.allLooksAnHour(), known);
  }

  /** The limit for all together refuses everyone alike: otherwise it would tell what exists. */
  private boolean mayKnown(String kind, String address, int most, int mostOfAll, boolean known) {
    String from = seal.address(ClientNetwork.of(address));
    return database.write(
        h -> {
          begin(h);
          return h.createUpdate(
                      """
                      insert into appeal_try (address, kind, known)
                      select :from, :kind, :known from appeal_try
                      where kind = :kind and at > clock_timestamp() - interval '1 hour'
                      having count(*) filter (where known) < :all and count(*) filter (where address = :from) < :most
                      """)
                  .bind("from", from)
                  .bind("kind", kind)
                  .bind("known", known)
                  .bind("most", most)
                  .bind("all", mostOfAll)
                  .execute()
              > 0;
        });
  }

  /** One after the other, so that parallel requests cannot exceed the limit. */
  private static void begin(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(hashtextextended('appeal_try', 0))");
    handle.execute("delete from appeal_try where at < clock_timestamp() - interval '1 day'");
  }

  /**
   * Counts a request and returns true if it is within the limit.
   *
   * @param kind counted for itself
   * @param most in an hour from one address, or from one 64-bit network for IPv6
   * @param mostOfAll in an hour in total
   */
  public boolean may(String kind, String address, int most, int mostOfAll) {
    String from = seal.address(ClientNetwork.of(address));
    return database.write(
        h -> {
          begin(h);
          return h.createUpdate(
                      """
                      insert into appeal_try (address, kind)
                      select :from, :kind from appeal_try
                      where kind = :kind and at > clock_timestamp() - interval '1 hour'
                      having count(*) < :all and count(*) filter (where address = :from) < :most
                      """)
                  .bind("from", from)
                  .bind("kind", kind)
                  .bind("most", most)
                  .bind("all", mostOfAll)
                  .execute()
              > 0;
        });
  }
}
