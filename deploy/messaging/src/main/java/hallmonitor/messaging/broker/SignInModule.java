package hallmonitor.messaging.broker;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Kafka's way of writing a user and a password into one setting, {@code sasl.jaas.config}. Kafka
 * itself hides its value; nothing else may print it.
 */
public final class SignInModule {
  private static final String PLAIN = "PLAIN";
  private static final String PLAIN_MODULE =
      "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final Map<String, String> MODULES =
      Map.of(
          PLAIN,
          PLAIN_MODULE,
          "SCRAM-SHA-256",
          "org.apache.kafka.common.security.scram.ScramLoginModule",
          "SCRAM-SHA-512",
          "org.apache.kafka.common.security.scram.ScramLoginModule");

  private SignInModule() {}

  /** Returns the setting of a client; empty for a mechanism that has no password. */
  static Optional<String> client(String mechanism, String user, String password) {
    return Optional.ofNullable(MODULES.get(mechanism))
        .map(module -> module(module, Map.of("username", user, "password", password)));
  }

  /** Returns the setting of a client that signs in with {@code PLAIN}. */
  public static String plain(String user, String password) {
    return module(PLAIN_MODULE, Map.of("username", user, "password", password));
  }

  /**
   * Returns the setting of a broker that knows its users from the start, with {@code PLAIN}.
   *
   * @param owner the user that the broker itself is, towards itself
   * @param passwords by user, the owner among them
   */
  public static String server(String owner, Map<String, String> passwords) {
    Map<String, String> options = new TreeMap<>();
    passwords.forEach((user, password) -> options.put("user_" + user, password));
    options.put("username", owner);
    options.put("password", passwords.getOrDefault(owner, ""));
    return module(PLAIN_MODULE, options);
  }

  private static String module(String module, Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> " " + option.getKey() + "=" + quoted(option.getValue()))
        .collect(Collectors.joining("", module + " required", ";"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
