package hallmonitor.embedded;

import hallmonitor.messaging.broker.BrokerUser;
import hallmonitor.messaging.broker.SignInModule;
import java.util.Map;
import java.util.Optional;

/**
 * Who may use an embedded broker: everyone on this machine, or only users with a password.
 *
 * @param passwords empty for everyone
 */
public record BrokerAccess(Optional<BrokerPasswords> passwords) {
  private static final String SERVERS = "bootstrap.servers";

  /** For tests of what the broker has no part in. */
  public static BrokerAccess open() {
    return new BrokerAccess(Optional.empty());
  }

  public static BrokerAccess by(BrokerPasswords passwords) {
    return new BrokerAccess(Optional.of(passwords));
  }

  /** Returns the connection of the owner, who may do everything. */
  public Map<String, Object> owner(String bootstrapServers) {
    return connection(bootstrapServers, BrokerPasswords.OWNER);
  }

  /** Returns the connection of a service. */
  public Map<String, Object> of(BrokerUser user, String bootstrapServers) {
    return connection(bootstrapServers, user.userName());
  }

  private Map<String, Object> connection(String bootstrapServers, String user) {
    return passwords
        .map(
            known ->
                Map.<String, Object>of(
                    SERVERS,
                    bootstrapServers,
                    "security.protocol",
                    "SASL_PLAINTEXT",
                    "sasl.mechanism",
                    "PLAIN",
                    "sasl.jaas.config",
                    SignInModule.plain(user, known.of(user))))
        .orElseGet(() -> Map.of(SERVERS, bootstrapServers));
  }

  /** Returns the broker's settings about listeners and who may use them. */
  Map<String, Object> settings() {
    return passwords
        .map(
            known ->
                Map.<String, Object>of(
                    "listener.security.protocol.map",
                    "CONTROLLER:SASL_PLAINTEXT,SERVICES:SASL_PLAINTEXT",
                    "sasl.enabled.mechanisms",
                    "PLAIN",
                    "sasl.mechanism.inter.broker.protocol",
                    "PLAIN",
                    "sasl.mechanism.controller.protocol",
                    "PLAIN",
                    "listener.name.services.plain.sasl.jaas.config",
                    known.all(),
                    "listener.name.controller.plain.sasl.jaas.config",
                    known.ownerAlone(),
                    "authorizer.class.name",
                    "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "super.users",
                    "User:" + BrokerPasswords.OWNER))
        .orElseGet(
            () ->
                Map.of(
                    "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,SERVICES:PLAINTEXT"));
  }
}
