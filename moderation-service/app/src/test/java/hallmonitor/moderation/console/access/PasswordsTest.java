package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void whatIsShippedHashesAtCostTwelve() {
    Passwords passwords = new Passwords();
    String hash = passwords.hash("a long password");

    assertThat(hash).startsWith("$2a$12$");
    assertThat(passwords.matches("a long password", Optional.of(hash))).isTrue();
    assertThat(passwords.matches("another password", Optional.of(hash))).isFalse();
    assertThat(passwords.matches("a long password", Optional.empty())).isFalse();
  }
}
