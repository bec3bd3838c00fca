package hallmonitor.moderation.console.access.code;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.SealedSecret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashSet;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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
  void whatAnOlderVersionSealedWithAllLinesOpensAndTheFirstLineSeals() throws Exception {
    String first = "k3Vf0Jd8sQ1xZ7pLw5Rt9Yb2Nc6Mh4Ga";
    String lines = first + "\n" + "uE0wq8sQ1xZ7pLw5Rt9Yb2Nc6Mh4Gak3V";
    SealedSecret now = new SealedSecret("second step", lines + "\n");

    byte[] older = sealedByAnOlderVersion(lines);

    assertThat(now.open("novak", older)).hasValue(SECRET);
    assertThat(now.isByAnOlderKey("novak", older)).isTrue();
    assertThat(new SealedSecret("second step", first).open("novak", now.seal("novak", SECRET)))
        .hasValue(SECRET);
  }

  @Test
  void aCommentAboveTheKeySealsNothing() throws Exception {
    String comment = "# second step of Maple District, made 2025-09-01";
    String text = comment + "\nk3Vf0Jd8sQ1xZ7pLw5Rt9Yb2Nc6Mh4Ga";
    SealedSecret now = new SealedSecret("second step", text);

    byte[] sealed = now.seal("novak", SECRET);

    assertThat(new SealedSecret("second step", comment).open("novak", sealed)).isEmpty();
    assertThat(now.open("novak", sealedByAnOlderVersion(text))).hasValue(SECRET);
    assertThat(now.isByAnOlderKey("novak", sealedByAnOlderVersion(text))).isFalse();
  }

  /** Takes the whole text for the key, as versions before keys by lines did. */
  private static byte[] sealedByAnOlderVersion(String text) throws Exception {
    byte[] key =
        MessageDigest.getInstance("SHA-256")
            .digest(("hallmonitor second step\0" + text).getBytes(US_ASCII));
    byte[] nonce = new byte[12];
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD("novak".getBytes(US_ASCII));
    byte[] sealed = cipher.doFinal(SECRET);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  @Test
  void recoveryCodesDifferAndAreKnownHoweverTheyAreTyped() {
    var codes = RecoveryCodes.generate();

    assertThat(new HashSet<>(codes)).hasSize(10);
    assertThat(codes).allMatch(code -> code.matches("([a-z2-7]{4}-){6}[a-z2-7]{2}"));
    String typed = codes.get(0).replace('-', ' ').toUpperCase(java.util.Locale.ROOT);
    assertThat(RecoveryCodes.isLikely(typed)).isTrue();
    assertThat(RecoveryCodes.hash("novak", typed))
        .isEqualTo(RecoveryCodes.hash("novak", codes.get(0)))
        .isNotEqualTo(RecoveryCodes.hash("brandt", codes.get(0)));
    assertThat(RecoveryCodes.isLikely("abcd-efgh-ijkl-mnop")).as("of older versions").isTrue();
    assertThat(RecoveryCodes.isLikely("123456")).isFalse();
  }

  @Test
  void aQrCodeIsDrawnWithItsQuietZone() {
    String svg = QrSvg.of("otpauth://totp/Hall%20Monitor:novak?secret=MZXW6YTB");

    assertThat(svg).startsWith("<svg ").contains("viewBox=\"0 0 41 41\"", "M4 4h1v1h-1z");
  }
}
