package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ConsoleTest
class NewPasswordTest {
  @Inject ConsoleDatabase database;

  private ConsoleBrowser novak;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    novak = ConsoleBrowser.signedIn("novak");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password1234", "iloveyou12345", "qwertyuiop12", "111111111111", "Passw0rd2026"})
  void aCommonPasswordIsRefused(String password) {
    assertThat(change(password).asString()).contains("is one that many people use");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with-petra-on-board",
        "N.o.v.a.k in the woods",
        "Hall Monitor is watching",
        "my MapleValley 17 bikes",
        "NOVÁK in the woods"
      })
  void whatStrangersKnowIsRefused(String password) {
    assertThat(change(password).asString()).contains("your district&#39;s name, or Hall Monitor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"four unrelated words here", "copper-lantern-42", "k7Hq2mPz9xWv"})
  void anyOtherPasswordIsGood(String password) {
    assertThat(change(password).header("Location")).endsWith("/sign-in?changed=yes");
  }

  private ConsoleResponse change(String next) {
    return novak.post("/password", Map.of("old", Seed.PASSWORD, "next", next, "again", next));
  }
}
