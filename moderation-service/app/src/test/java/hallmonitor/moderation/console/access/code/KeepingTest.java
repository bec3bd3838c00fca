package hallmonitor.moderation.console.access.code;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.SealedSecret;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepingTest {
  private static final byte[] SECRET = "twenty secret bytes!".getBytes(US_ASCII);
  private static final SealedSecret SEALED =
      new SealedSecret("second step", "a key of the secrets folder");

  /** RFC 4648, section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32IsThatOfTheStandard(String plain, String encoded) {
    assertThat(Base32.encode(plain.getBytes(US_ASCII))).isEqualTo(encoded);
  }

  @Test
  void aSecretOpensWithItsKeyForItsOwner() {
    assertThat(SEALED.open("novak", SEALED.seal("novak", SECRET))).hasValue(SECRET);
    assertThat(new String(SEALED.seal("novak", SECRET), US_ASCII)).doesNotContain("secret");
  }

  @Test
  void aSecretOpensForNobodyElseWithNoOtherKeyAndNotOnceChanged() {
    byte[] sealed = SEALED.seal("novak", SECRET);

    assertThat(SEALED.open("brandt", sealed)).isEmpty();
    assertThat(new SealedSecret("second step", "another key").open("novak", sealed)).isEmpty();
    sealed[sealed.length - 1] ^= 1;
    assertThat(SEALED.open("novak", sealed)).isEmpty();
    assertThat(SEALED.open("novak", new byte[3])).isEmpty();
  }

  @Test
  void recoveryCodesDifferAndAreKnownHoweverTheyAreTyped() {
    var codes = RecoveryCodes.generate();

    assertThat(new HashSet<>(codes)).hasSize(10);
    assertThat(codes).allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
    String typed = codes.get(0).replace('-', ' ').toUpperCase(java.util.Locale.ROOT);
    assertThat(RecoveryCodes.isLikely(typed)).isTrue();
    assertThat(RecoveryCodes.hash("novak", typed))
        .isEqualTo(RecoveryCodes.hash("novak", codes.get(0)))
        .isNotEqualTo(RecoveryCodes.hash("brandt", codes.get(0)));
    assertThat(RecoveryCodes.isLikely("123456")).isFalse();
  }

  @Test
  void aQrCodeIsDrawnWithItsQuietZone() {
    String svg = QrSvg.of("otpauth://totp/Hall%20Monitor:novak?secret=MZXW6YTB");

    assertThat(svg).startsWith("<svg ").contains("viewBox=\"0 0 41 41\"", "M4 4h1v1h-1z");
  }
}
