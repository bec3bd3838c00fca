package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void everyCharacterOfALongPasswordCounts() {
    Passwords passwords = new Passwords(4);
    String sixtyFour = "ñ学😀é".repeat(16);
    String hash = passwords.hash(sixtyFour);

    assertThat(passwords.matches(sixtyFour, Optional.of(hash))).isTrue();
    assertThat(passwords.matches(sixtyFour + "!", Optional.of(hash))).isFalse();
    assertThat(passwords.matches("ñ学😀é".repeat(15) + "ñ学😀e", Optional.of(hash))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 72})
  void whatAnOlderVersionHashedStaysRight(int length) {
    String password = "p".repeat(length);
    String hash = BcryptUtil.bcryptHash(password, 4);

    assertThat(new Passwords(4).matches(password, Optional.of(hash))).isTrue();
  }
}
