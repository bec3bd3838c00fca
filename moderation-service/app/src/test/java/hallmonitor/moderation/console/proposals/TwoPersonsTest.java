package hallmonitor.moderation.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.store.TwoPersons;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that an account which one person made or changed is no second person to them. */
@ConsoleTest
class TwoPersonsTest extends TwoPersonsTests {
  @Test
  void anAccountOfTheProposersMakingApprovesNothing() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(brandt);

    ConsoleResponse refused = approve(ruiz);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("made the account of ruiz", "30 days");
    assertThat(isLifted()).isFalse();
    assertThat(ruiz.get("/records").asString())
        .contains("These people can approve it", "haddad")
        .doesNotContain("Approve: lift");
    assertThat(approve(haddad).statusCode()).isEqualTo(303);
    assertThat(isLifted()).isTrue();
  }

  @Test
  void thePersonWhoMadeTheProposersAccountApprovesNothingOfTheirs() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(ruiz);

    assertThat(approve(brandt).asString()).contains("made the account of ruiz");
    assertThat(isLifted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "second-factor", "email", "role", "invite"})
  void anAccountThatTheProposerChangedApprovesNothing(String what) {
    switch (what) {
      case "password" -> brandt.post("/people/lopez", Map.of("act", "reset"));
      case "second-factor" -> brandt.post("/people/lopez/sign-in/second-factor", Map.of());
      case "email" ->
          brandt.post("/people/lopez/sign-in/email", Map.of("email", "me@maple.example"));
      case "role" -> brandt.post("/people/lopez", Map.of("act", "role", "role", "records-officer"));
      default -> brandt.post("/people/lopez", Map.of("act", "invite", "email", "me@maple.example"));
    }
    ConsoleBrowser lopez = usualPassword("lopez");
    change("update console_user set role = 'administrator' where user_name = 'lopez'");
    propose(brandt);

    assertThat(approve(lopez).asString()).contains("changed the account of");
    assertThat(isLifted()).isFalse();
  }

  @Test
  void anAccountThatSuchAnAccountMadeApprovesNothingEither() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    ConsoleBrowser vega = adds(ruiz, "vega");
    propose(brandt);

    assertThat(approve(vega).asString()).contains("comes from");
    assertThat(isLifted()).isFalse();
  }

  @Test
  void afterTheDaysTheAccountIsAnotherPerson() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    older("ruiz", 31);
    propose(brandt);

    assertThat(approve(ruiz).statusCode()).isEqualTo(303);

    assertThat(isLifted()).isTrue();
    assertThat(one("select count(*)::text from approval_alarm")).isEqualTo("0");
  }

  @Test
  void aLinkToTheContactsTiesNobody() {
    change("insert into audit (actor, act, target) values ('brandt', 'linked', 'lopez')");
    propose(brandt);

    assertThat(approve(ConsoleBrowser.signedIn("lopez")).statusCode()).isEqualTo(303);
  }

  @Test
  void aDistrictCanTurnTheRuleOff() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(brandt);
    days(0);
    try {
      assertThat(approve(ruiz).statusCode()).isEqualTo(303);
    } finally {
      days(30);
    }
  }

  private void days(int days) {
    database.write(
        h -> {
          TwoPersons.setDays(h, days);
          return days;
        });
  }
}
