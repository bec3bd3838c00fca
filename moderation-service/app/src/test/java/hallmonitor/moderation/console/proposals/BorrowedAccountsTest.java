package hallmonitor.moderation.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for how long an account with a new password, and what was done with it, is borrowed. */
@ConsoleTest
class BorrowedAccountsTest extends TwoPersonsTests {
  private static final Pattern TEMPORARY = Pattern.compile("class=\"secret\">([a-zA-Z2-9]{24})<");

  private static final String CHOSEN = "seven-lanterns-42";

  /** Signs in first with the password that the page shows, and chooses one, as its maker can. */
  private ConsoleBrowser borrowed(String person) {
    ConsoleResponse reset = brandt.post("/people/" + person, Map.of("act", "reset"));
    assertThat(reset.statusCode()).isEqualTo(200);
    Matcher shown = TEMPORARY.matcher(reset.asString());
    assertThat(shown.find()).isTrue();
    ConsoleBrowser borrowed = new ConsoleBrowser();
    borrowed.signIn(person, shown.group(1));
    assertThat(
            borrowed
                .post("/password", Map.of("old", shown.group(1), "next", CHOSEN, "again", CHOSEN))
                .header("Location"))
        .endsWith("/sign-in?changed=yes");
    borrowed.signIn(person, CHOSEN);
    return borrowed;
  }

  private void signsIn(String person, String how) {
    acts(person, "sign-in", how);
  }

  private void acts(String person, String act, String detail) {
    change(
        "insert into audit (actor, act, target, detail) values (?, ?, ?, ?)",
        person,
        act,
        person,
        detail);
  }

  private void refused(ConsoleBrowser by) {
    ConsoleResponse answer = approve(by);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.asString()).contains("changed the account of", "For 30 days");
  }

  @Test
  void whoeverSignsInWithTheNewPasswordIsTiedForAllDays() {
    ConsoleBrowser lopez = borrowed("lopez");
    propose(brandt);
    older("lopez", 29);
    refused(lopez);
    assertThat(isLifted()).isFalse();
    older("lopez", 2);

    assertThat(approve(lopez).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 29})
  void aRemovedPersonWithATemporaryPasswordIsTiedForAllDays(int days) {
    assertThat(brandt.post("/people/lopez", Map.of("act", "remove")).statusCode()).isEqualTo(200);
    ConsoleBrowser lopez = borrowed("lopez");
    signsIn("lopez", "single sign-on");
    propose(brandt);
    older("lopez", days);

    refused(lopez);
    assertThat(one("select count(*)::text from audit where act = 'access-restored'"))
        .isEqualTo("1");
  }

  @Test
  void anApprovalWithinAllThoseDaysIsAnAlarm() {
    ConsoleBrowser lopez = borrowed("lopez");
    older("lopez", 20);
    propose(haddad);

    assertThat(approve(lopez).statusCode()).isEqualTo(303);

    assertThat(one("select approver || ' ' || maker from approval_alarm"))
        .isEqualTo("lopez brandt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password and code", "password and passkey", "passkey", "single sign-on"})
  void whatTheMakerDidNotSetShortensTheTieToThreeDays(String how) {
    acts("lopez", "second-factor-set-up", "");
    older("lopez", 40);
    change("insert into audit (actor, act, target) values ('brandt', 'password-reset', 'lopez')");
    signsIn("lopez", how);
    ConsoleBrowser lopez = sessionOf("lopez");
    older("lopez", 2);
    propose(brandt);
    assertThat(approve(lopez).asString()).contains("changed the account of", "For 3 days");
    older("lopez", 2);

    assertThat(approve(lopez).statusCode()).isEqualTo(303);
  }

  @Test
  void theOwnPasswordShortensTheTieOfARemovedCode() {
    brandt.post("/people/lopez/sign-in/second-factor", Map.of());
    ConsoleBrowser lopez = ConsoleBrowser.signedIn("lopez");
    older("lopez", 4);
    propose(brandt);

    assertThat(approve(lopez).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"second-factor-set-up", "passkey-added", "recovery-codes-made"})
  void aCodeOrPasskeyFromAfterTheResetShowsNothing(String setUp) {
    brandt.post("/people/lopez", Map.of("act", "reset"));
    acts("lopez", setUp, "Key");
    signsIn("lopez", "password and code");
    ConsoleBrowser lopez = sessionOf("lopez");
    older("lopez", 4);
    propose(brandt);

    refused(lopez);
  }

  @Test
  void oneSignInWithTheNewPasswordAloneTiesAgain() {
    brandt.post("/people/lopez", Map.of("act", "reset"));
    signsIn("lopez", "single sign-on");
    signsIn("lopez", "password");
    ConsoleBrowser lopez = sessionOf("lopez");
    older("lopez", 4);
    propose(brandt);

    refused(lopez);
  }

  @Test
  void anAddressThatWasSetLatelyMakesSingleSignOnNobodysOwn() {
    brandt.post("/people/lopez", Map.of("act", "reset"));
    acts("lopez", "email-set", "me@maple.example");
    signsIn("lopez", "single sign-on");
    ConsoleBrowser lopez = sessionOf("lopez");
    older("lopez", 4);
    propose(brandt);

    refused(lopez);
  }

  @Test
  void aPasskeyThatWasAddedMeanwhileTiesAsLongAsEveryOtherChange() {
    ConsoleBrowser lopez = borrowed("lopez");
    older("lopez", 20);
    acts("lopez", "passkey-added", "Key");
    older("lopez", 20);
    propose(brandt);
    refused(lopez);
    older("lopez", 20);

    assertThat(approve(lopez).statusCode()).isEqualTo(303);
  }

  @Test
  void aPasskeyThatWasAddedAfterTheThreeDaysTiesNobody() {
    brandt.post("/people/lopez", Map.of("act", "reset"));
    signsIn("lopez", "single sign-on");
    ConsoleBrowser lopez = sessionOf("lopez");
    older("lopez", 4);
    acts("lopez", "passkey-added", "Key");
    propose(brandt);

    assertThat(approve(lopez).statusCode()).isEqualTo(303);
  }

  @Test
  void anAccountThatABorrowedAccountMadeStaysTiedForAllDays() {
    ConsoleBrowser lopez = borrowed("lopez");
    older("lopez", 25);
    ConsoleBrowser vega = adds(lopez, "vega");
    older("lopez", 10);
    older("vega", 10);
    propose(brandt);
    assertThat(approve(vega).asString()).contains("comes from", "For 30 days");
    assertThat(isLifted()).isFalse();
    older("vega", 21);

    assertThat(approve(vega).statusCode()).isEqualTo(303);
  }

  @Test
  void anAccountThatWasMadeAfterTheDaysIsNotTied() {
    ConsoleBrowser lopez = borrowed("lopez");
    older("lopez", 31);
    ConsoleBrowser vega = adds(lopez, "vega");
    propose(brandt);

    assertThat(approve(vega).statusCode()).isEqualTo(303);
  }

  @Test
  void anAccountThatWasMadeBeforeTheResetIsNotTied() {
    ConsoleBrowser vega = adds(ConsoleBrowser.signedIn("lopez"), "vega");
    older("vega", 1);
    brandt.post("/people/lopez", Map.of("act", "reset"));
    propose(brandt);

    assertThat(approve(vega).statusCode()).isEqualTo(303);
  }

  /** A session without a sign-in in the log. */
  private ConsoleBrowser sessionOf(String person) {
    ConsoleBrowser session = usualPassword(person);
    database.write(
        h -> {
          h.execute("alter table audit disable trigger user");
          h.execute(
              """
              delete from audit where id = (
                select max(id) from audit where act = 'sign-in' and target = ? and detail = 'password')
              """,
              person);
          return h.execute("alter table audit enable trigger user");
        });
    return session;
  }
}
