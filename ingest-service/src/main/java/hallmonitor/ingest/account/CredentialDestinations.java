package hallmonitor.ingest.account;

import hallmonitor.settings.district.WebAddresses;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Where each credential may be sent: to the platform and the address that first asked for it, and
 * never anywhere else. So no line of {@code district.yaml} can cause one school's password to be
 * sent to another host. Stored in the table credential_destination.
 */
public final class CredentialDestinations {
  /**
   * A platform and an address, as in {@code https://blog.example:8443}.
   *
   * @param origin the same for all ports of this machine, since a local run may choose others
   */
  public record Destination(String platform, String origin) {
    public static Destination of(String platform, URI site) {
      String port = site.getPort() < 0 ? "" : ":" + site.getPort();
      return new Destination(
          platform,
          WebAddresses.isThisMachine(site)
              ? "this machine"
              : site.getScheme() + "://" + site.getHost().toLowerCase(Locale.ROOT) + port);
    }

    @Override
    public String toString() {
      return origin + " (" + platform + ")";
    }
  }

  private final Jdbi database;
  private final Map<String, Destination> known = new ConcurrentHashMap<>();

  public CredentialDestinations(Jdbi database) {
    this.database = database;
  }

  /**
   * Returns where a credential may be sent, which is the given destination if it was never sent
   * before.
   */
  public Destination of(String credential, Destination there) {
    return known.computeIfAbsent(credential, name -> stored(name, there));
  }

  /** Returns where a credential may be sent; empty if it was never sent anywhere. */
  public Optional<Destination> known(String credential) {
    return database.withHandle(h -> known(h, credential));
  }

  private static Optional<Destination> known(Handle h, String credential) {
    return h.select(
            "select platform, origin from credential_destination where credential = ?", credential)
        .map(ConstructorMapper.of(Destination.class))
        .findOne();
  }

  private Destination stored(String credential, Destination there) {
    return database.inTransaction(
        t -> {
          t.execute(
              """
              insert into credential_destination (credential, platform, origin, first_used_at)
              values (?, ?, ?, now()) on conflict (credential) do nothing
              """,
              credential,
              there.platform(),
              there.origin());
          return known(t, credential).orElseThrow();
        });
  }
}
