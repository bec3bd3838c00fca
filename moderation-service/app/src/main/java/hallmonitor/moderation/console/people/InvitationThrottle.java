package hallmonitor.moderation.console.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.http.ClientNetwork;
import hallmonitor.moderation.console.access.OpenPageDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits how often links are tried from one network. A link cannot be guessed; this makes trying
 * expensive. Addresses are kept for a day and only as keyed hashes.
 */
@ApplicationScoped
class InvitationThrottle {
  static final int MOST_AN_HOUR = 60;

  private final OpenPageDatabase database;
  private final String key;

  InvitationThrottle(
      OpenPageDatabase database,
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") String key) {
    this.database = database;
    this.key = key;
  }

  /** Counts an attempt and returns true if it is within the limit. */
  boolean mayTry(String address) {
    String from = hash(ClientNetwork.of(address));
    return database.write(
        h -> {
          h.execute("select pg_advisory_xact_lock(hashtextextended('invitation_try', 0))");
          h.execute("delete from invitation_try where at < clock_timestamp() - interval '1 day'");
          return h.execute(
                  """
                  insert into invitation_try (address)
                  select ? from invitation_try
                  where address = ? and at > clock_timestamp() - interval '1 hour'
                  having count(*) < ?
                  """,
                  from,
                  from,
                  MOST_AN_HOUR)
              > 0;
        });
  }

  private String hash(String network) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(("invitation " + network).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
