package hallmonitor.moderation.console.access.code;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /** Of the test vectors. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final long PRESENT = Totp.step(NOON);

  /** RFC 6238, appendix B, for SHA-1; the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
  }

  @Test
  void aClockMayDifferByOneStepEitherWayAndByNoMore() {
    assertThat(match(PRESENT - 1, 0)).hasValue(PRESENT - 1);
    assertThat(match(PRESENT, 0)).hasValue(PRESENT);
    assertThat(match(PRESENT + 1, 0)).hasValue(PRESENT + 1);
    assertThat(match(PRESENT - 2, 0)).isEmpty();
    assertThat(match(PRESENT + 2, 0)).isEmpty();
  }

  @Test
  void aCodeThatWasTakenIsUsedUpAndSoAreThoseBeforeIt() {
    assertThat(match(PRESENT, PRESENT)).isEmpty();
    assertThat(match(PRESENT - 1, PRESENT)).isEmpty();
    assertThat(match(PRESENT + 1, PRESENT)).hasValue(PRESENT + 1);
  }

  @Test
  void whatIsNoCodeMatchesNothing() {
    for (String typed : new String[] {"", "1", "٣٥٣١٣٠", "12345678901234567890", "\0\0\0\0\0\0"}) {
      assertThat(Totp.match(SECRET, typed, NOON, 0)).as(typed).isEmpty();
    }
  }

  private static java.util.OptionalLong match(long step, long lastStep) {
    return Totp.match(SECRET, Totp.code(SECRET, step), NOON, lastStep);
  }
}
