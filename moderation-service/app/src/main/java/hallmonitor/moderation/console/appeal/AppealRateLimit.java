package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;

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
   * @param byName whether it has no reference; those count for themselves
   */
  boolean maySend(String address, boolean byName) {
    return byName
        ? may("send-by-name", address, config.sendsAnHour(), config.allByNameSendsAnHour())
        : may("send", address, config.sendsAnHour(), config.allSendsAnHour());
  }

  /** Counts a status lookup and returns true if it is within the limit. */
  boolean mayLook(String address) {
    return may("look", address, config.looksAnHour(), config.allLooksAnHour());
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
          // Serialized, so that parallel requests cannot exceed the limit.
          h.execute("select pg_advisory_xact_lock(hashtextextended('appeal_try', 0))");
          h.execute("delete from appeal_try where at < clock_timestamp() - interval '1 day'");
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
