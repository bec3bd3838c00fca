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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ConsoleTest
class NewPasswordTest {
  private static final String LONG =
      "Doce patos cruzan la calle, y el señor que los mira se ríe: ¡qué mañana más rara,"
          + " muchachos!";

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
  @ValueSource(strings = {"four unrelated words here", "copper-lantern-42", "k7Hq2mPz9xWv", LONG})
  void anyOtherPasswordIsGood(String password) {
    assertThat(change(password).header("Location")).endsWith("/sign-in?changed=yes");
  }

  @Test
  void aLongPasswordSignsInAndNotByItsBeginning() {
    change(LONG);

    assertThat(signIn(LONG)).endsWith("/");
    assertThat(signIn(LONG.substring(0, LONG.length() - 1))).endsWith("failed=yes");
  }

  private static String signIn(String password) {
    return new ConsoleBrowser().signIn("novak", password).header("Location");
  }

  private ConsoleResponse change(String next) {
    return novak.post("/password", Map.of("old", Seed.PASSWORD, "next", next, "again", next));
  }
}
