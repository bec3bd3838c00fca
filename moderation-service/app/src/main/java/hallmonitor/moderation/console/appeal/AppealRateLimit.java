package hallmonitor.moderation.console.appeal;

import hallmonitor.messaging.http.ClientNetwork;
import hallmonitor.moderation.console.access.OpenPageDatabase;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts requests in the database, so that a restart resets nothing and all instances count
 * together. Addresses are kept for a day and only as keyed hashes.
 */
@ApplicationScoped
public class AppealRateLimit {
  /** One after the other, so that parallel requests cannot exceed the limit. */
  private static final String WAIT =
      "select pg_advisory_xact_lock(hashtextextended('appeal_try ' || ?, 0))";

  /**
   * Neither number is ever far above its limit, so an index finds each without reading what a flood
   * added.
   */
  static final String COUNT =
      """
      insert into appeal_try (address, kind, known)
      select :from, :kind, :known
      where (select count(*) from appeal_try
             where address = :from and kind = :kind and at > clock_timestamp() - interval '1 hour') < :most
        and (select count(*) from appeal_try
             where kind = :kind and known and at > clock_timestamp() - interval '1 hour') < :all
      """;

  private final OpenPageDatabase database;
  private final AppealSeal seal;
  private final AppealConfig config;

  AppealRateLimit(OpenPageDatabase database, AppealSeal seal, AppealConfig config) {
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
    return may("send", address, config.sendsAnHour(), config.allSendsAnHour(), known);
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
    return may("look", address, config.looksAnHour(), config.allLooksAnHour(), known);
  }

  /**
   * Counts a request and returns true if it is within the limit.
   *
   * @param kind counted for itself; those of one kind wait for each other
   * @param most in an hour from one address, or from one 64-bit network for IPv6
   */
  public boolean may(String kind, String address, int most) {
    return may(kind, address, most, Integer.MAX_VALUE, false);
  }

  /**
   * Counts a request and returns true if it is within the limit.
   *
   * @param kind counted for itself; those of one kind wait for each other
   * @param most in an hour from one address, or from one 64-bit network for IPv6
   * @param mostOfAll in an hour in total
   */
  public boolean may(String kind, String address, int most, int mostOfAll) {
    return may(kind, address, most, mostOfAll, true);
  }

  /** The limit for all together refuses everyone alike: otherwise it would tell what exists. */
  private boolean may(String kind, String address, int most, int mostOfAll, boolean known) {
    String from = seal.address(ClientNetwork.of(address));
    return database.write(
        h -> {
          h.execute(WAIT, kind);
          return h.createUpdate(COUNT)
                  .bind("from", from)
                  .bind("kind", kind)
                  .bind("known", known)
                  .bind("most", most)
                  .bind("all", mostOfAll)
                  .execute()
              > 0;
        });
  }

  /** Deletes what counts no longer. */
  void forget() {
    database.write(
        h -> h.execute("delete from appeal_try where at < clock_timestamp() - interval '1 day'"));
  }
}
