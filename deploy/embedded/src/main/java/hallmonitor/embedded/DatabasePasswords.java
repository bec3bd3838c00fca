package hallmonitor.embedded;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passwords of the database's owner and of each service's role. Never printed. */
public record DatabasePasswords(String superuser, Map<DatabaseRole, String> roles) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public DatabasePasswords {
    roles = Map.copyOf(roles);
    if (superuser.isBlank() || roles.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a database password is empty");
    }
    for (DatabaseRole role : DatabaseRole.values()) {
      if (!roles.containsKey(role)) {
        throw new IllegalArgumentException("no password for the role " + role.sqlName());
      }
    }
  }

  public String of(DatabaseRole role) {
    return Objects.requireNonNull(roles.get(role), "the constructor has seen one for each role");
  }

  /** Creates new passwords that no one can guess. */
  public static DatabasePasswords random() {
    return from(name -> randomPassword());
  }

  /**
   * @param passwordOf the password for {@code postgres} and for the name of each role
   */
  public static DatabasePasswords from(UnaryOperator<String> passwordOf) {
    return new DatabasePasswords(
        passwordOf.apply("postgres"),
        Stream.of(DatabaseRole.values())
            .collect(Collectors.toMap(role -> role, role -> passwordOf.apply(role.sqlName()))));
  }

  /** 192 random bits as 32 characters that need no quoting anywhere. */
  public static String randomPassword() {
    byte[] bits = new byte[24];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  @Override
  public String toString() {
    return "DatabasePasswords[hidden]";
  }
}
