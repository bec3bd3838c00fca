package hallmonitor.messaging.broker;

import hallmonitor.contract.event.TopicPrefix;
import hallmonitor.settings.secret.NamedSecrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a service connects to the broker. A broker on another machine must know who a service is, and
 * the service must know the broker: otherwise anyone on the network could order deletions. A
 * service does not start with less.
 */
public final class BrokerConnection {
  private static final String SERVERS = "bootstrap.servers";
  private static final String PROTOCOL = "security.protocol";
  private static final String MECHANISM = "sasl.mechanism";
  private static final String SIGN_IN = "sasl.jaas.config";
  private static final String KEY_STORE = "ssl.keystore.location";
  private static final String KEY_STORE_TYPE = "ssl.keystore.type";
  private static final String KEY_STORE_PASSWORD = "ssl.keystore.password";
  private static final String KEY_PASSWORD = "ssl.key.password";
  private static final String TRUST_STORE = "ssl.truststore.location";
  private static final String TRUST_STORE_PASSWORD = "ssl.truststore.password";
  private static final String HOST_CHECK = "ssl.endpoint.identification.algorithm";

  /** Ours, not Kafka's: who signs in, if not under the name in {@link BrokerUser}. */
  private static final String USER = "user";

  private static final String PLAINTEXT = "PLAINTEXT";
  private static final String BOTH_PROVEN = "SASL_SSL";
  private static final String CERTIFICATES = "SSL";
  private static final String SAFEST_MECHANISM = "SCRAM-SHA-512";

  /** Names of this machine that no name server can point elsewhere. */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[?(0:){7}1]?|\\[?::1]?)(:\\d+)?");

  private final Map<String, Object> given;
  private final BrokerUser user;
  private final Function<String, Optional<String>> secrets;
  private final List<String> problems = new ArrayList<>();

  private BrokerConnection(
      Map<String, Object> given, BrokerUser user, Function<String, Optional<String>> secrets) {
    this.given = given;
    this.user = user;
    this.secrets = secrets;
  }

  /**
   * Returns the settings for every Kafka client of a service. Kafka shows the passwords among them
   * as {@code [hidden]} in its log; nothing else may print them.
   *
   * @param given Kafka's own client settings, such as {@code security.protocol}
   * @param secrets finds a secret by its name, see {@link NamedSecrets}
   * @throws IllegalArgumentException if the broker could not be trusted, or is to be signed in to
   *     without a password; the message lists everything that is missing
   */
  public static Map<String, Object> of(
      Map<String, Object> given, BrokerUser user, Function<String, Optional<String>> secrets) {
    return new BrokerConnection(given, user, secrets).settings();
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(given);
    settings.remove(USER);
    String protocol = text(PROTOCOL).orElse(PLAINTEXT).toUpperCase(Locale.ROOT);
    settings.put(PROTOCOL, protocol);
    if (protocol.startsWith("SASL_")) {
      signIn(settings);
    }
    openStores(settings);
    List<String> strangers = elsewhere();
    if (!strangers.isEmpty()) {
      checkTrust(protocol);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(sentences(strangers));
    }
    return settings;
  }

  private void signIn(Map<String, Object> settings) {
    String mechanism = text(MECHANISM).orElse(SAFEST_MECHANISM).toUpperCase(Locale.ROOT);
    settings.put(MECHANISM, mechanism);
    if (text(SIGN_IN).isPresent()) {
      return;
    }
    Optional<String> ours =
        SignInModule.client(mechanism, userName(), secrets.apply(user.secret()).orElse(""));
    if (ours.isEmpty()) {
      problems.add(
          "KAFKA_SASL_MECHANISM=%s needs KAFKA_SASL_JAAS_CONFIG; SCRAM-SHA-512, SCRAM-SHA-256 and PLAIN need only a password."
              .formatted(mechanism));
    } else if (secrets.apply(user.secret()).isEmpty()) {
      problems.add(
          "Put the password of the broker's user %s into the file %s of the secrets folder, or into %s."
              .formatted(userName(), user.secret(), NamedSecrets.variable(user.secret())));
    } else {
      settings.put(SIGN_IN, ours.get());
    }
  }

  private String userName() {
    return text(USER).orElseGet(() -> TopicPrefix.ofProcess().of(user.userName()));
  }

  /** Kafka refuses a password for a file that there is none of. */
  private void openStores(Map<String, Object> settings) {
    if (text(KEY_STORE).isPresent()) {
      secret(settings, "kafka-keystore", KEY_PASSWORD);
      // Of a PEM file, Kafka takes a password for the key alone.
      if (!text(KEY_STORE_TYPE).orElse("").equalsIgnoreCase("PEM")) {
        secret(settings, "kafka-keystore", KEY_STORE_PASSWORD);
      }
    }
    if (text(TRUST_STORE).isPresent()) {
      secret(settings, "kafka-truststore", TRUST_STORE_PASSWORD);
    }
  }

  private void checkTrust(String protocol) {
    if (protocol.equals(CERTIFICATES)) {
      if (text(KEY_STORE).isEmpty()) {
        problems.add(
            "With KAFKA_SECURITY_PROTOCOL=SSL, name the service's own certificate in KAFKA_SSL_KEYSTORE_LOCATION; or set KAFKA_SECURITY_PROTOCOL=SASL_SSL.");
      }
    } else if (!protocol.equals(BOTH_PROVEN)) {
      problems.add(
          "Set KAFKA_SECURITY_PROTOCOL=SASL_SSL, or SSL with a certificate for each service; it is %s."
              .formatted(protocol));
    }
    if (given.containsKey(HOST_CHECK) && text(HOST_CHECK).isEmpty()) {
      problems.add(
          "Remove KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM: empty, it lets any server pose as the broker.");
    }
  }

  private String sentences(List<String> strangers) {
    String why =
        strangers.isEmpty()
            ? "The connection to the broker is incomplete."
            : "The broker %s is not on this machine, and without a sign-in over TLS anyone on the network could give orders."
                .formatted(String.join(", ", strangers));
    return why + "\n" + String.join("\n", problems) + "\nSee deploy/docs/operate/broker.md.";
  }

  private List<String> elsewhere() {
    return Stream.of(text(SERVERS).orElse("").split(","))
        .map(String::strip)
        .filter(server -> !server.isEmpty())
        .filter(server -> !THIS_MACHINE.matcher(server.toLowerCase(Locale.ROOT)).matches())
        .toList();
  }

  private void secret(Map<String, Object> settings, String name, String key) {
    secrets.apply(name).ifPresent(value -> settings.putIfAbsent(key, value));
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(given.get(key))
        .map(Object::toString)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
