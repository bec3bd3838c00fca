package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.access.code.Totp;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A person's authenticator app and recovery codes, as set up in the console. */
final class SecondStep {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7-]{32})</code>");

  private final byte[] secret;
  private List<String> recoveryCodes = List.of();

  private SecondStep(String secret) {
    this.secret = decode(secret);
  }

  /** Completes the setup, with the code of the current step. */
  static SecondStep setUp(ConsoleBrowser browser) {
    SecondStep step = begin(browser);
    ConsoleResponse done = step.confirm(browser, step.code(0));
    assertThat(done.statusCode()).isEqualTo(200);
    step.recoveryCodes =
        RECOVERY.matcher(done.asString()).results().map((MatchResult r) -> r.group(1)).toList();
    return step;
  }

  static SecondStep begin(ConsoleBrowser browser) {
    browser.post("/security/second-factor", Map.of("x", "x"));
    String page = browser.get("/security/second-factor").asString();
    return new SecondStep(page.replaceAll("(?s).*class=\"secret\">([^<]+)<.*", "$1"));
  }

  ConsoleResponse confirm(ConsoleBrowser browser, String code) {
    return browser.post(
        "/security/second-factor/confirm", Map.of("code", code, "password", Seed.PASSWORD));
  }

  /** Returns what the app shows this many steps from now. */
  String code(int later) {
    return Totp.code(secret, Totp.step(Instant.now()) + later);
  }

  /** Returns a code of no step that could count now. */
  String wrongCode() {
    return code(1_000);
  }

  List<String> recoveryCodes() {
    return recoveryCodes;
  }

  private static byte[] decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int held = 0;
    for (char letter : text.replace(" ", "").toCharArray()) {
      buffer = buffer << 5 | ALPHABET.indexOf(letter);
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.write(buffer >>> held);
      }
    }
    return bytes.toByteArray();
  }
}
