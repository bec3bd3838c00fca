package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

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

  /** Counts an appeal and returns true if it is within the limit. */
  boolean maySend(String address) {
    return may("send", address, config.sendsAnHour(), config.allSendsAnHour());
  }

  /** Counts a status lookup and returns true if it is within the limit. */
  boolean mayLook(String address) {
    return may("look", address, config.looksAnHour(), config.allLooksAnHour());
  }

  private boolean may(String kind, String address, int most, int mostOfAll) {
    String from = seal.address(network(address));
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

  /** Returns the network of an IPv6 address, because one household has a whole network. */
  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
