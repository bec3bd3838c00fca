package hallmonitor.embedded;

import hallmonitor.messaging.broker.BrokerUser;
import hallmonitor.messaging.broker.SignInModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The passwords of the broker's owner, who may do everything, and of each service's user. Never
 * printed.
 */
public record BrokerPasswords(Map<String, String> byUser) {
  /** The broker itself, and who makes its topics and rules. */
  static final String OWNER = "owner";

  public BrokerPasswords {
    byUser = Map.copyOf(byUser);
    for (String user : users()) {
      if (byUser.getOrDefault(user, "").isBlank()) {
        throw new IllegalArgumentException("no password for the broker's user " + user);
      }
    }
  }

  /**
   * @param passwordOf the password for {@code owner} and for the name of each service's user
   */
  public static BrokerPasswords from(UnaryOperator<String> passwordOf) {
    Map<String, String> passwords = new HashMap<>();
    for (String user : users()) {
      passwords.put(user, passwordOf.apply(user));
    }
    return new BrokerPasswords(passwords);
  }

  /** Creates new passwords that no one can guess. */
  public static BrokerPasswords random() {
    return from(user -> DatabasePasswords.randomPassword());
  }

  private static List<String> users() {
    return Stream.concat(Stream.of(OWNER), Stream.of(BrokerUser.values()).map(BrokerUser::userName))
        .toList();
  }

  /** Returns what the broker knows: all users. */
  String all() {
    return SignInModule.server(OWNER, byUser);
  }

  /** Returns what the controller knows: nobody but the broker. */
  String ownerAlone() {
    return SignInModule.server(OWNER, Map.of(OWNER, byUser.getOrDefault(OWNER, "")));
  }

  String of(String user) {
    return byUser.getOrDefault(user, "");
  }

  @Override
  public String toString() {
    return "BrokerPasswords[hidden]";
  }
}
