package hallmonitor.notifier.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.gateway.GatewayResult.Cause;
import hallmonitor.notifier.gateway.GatewayResult.Later;
import hallmonitor.notifier.gateway.GatewayResult.Refused;
import hallmonitor.notifier.gateway.GatewayResult.Taken;
import hallmonitor.notifier.gateway.ProviderStandIn.Fault;
import hallmonitor.settings.escalation.Gateway;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the protocols against servers that speak them as documented, and against their faults. */
class GatewaysTest extends GatewayTests {
  @Test
  void aTextMessageIsAFormThatNamesNumberSenderAndWords() {
    assertThat(send("twilio-text", tell())).isInstanceOf(Taken.class);

    assertThat(provider.texts())
        .singleElement()
        .satisfies(
            text -> {
              assertThat(text.path()).isEqualTo("/2010-04-01/Accounts/AC0123456789/Messages.json");
              assertThat(text.form())
                  .containsEntry("To", "+16305550123")
                  .containsEntry("From", "+16305550100")
                  .containsEntry("Body", "Tom & <Ana>: https://console.example/cases/1");
            });
  }

  @Test
  void aMessagingServiceSendsInTheNameOfItsId() {
    String service = "MG" + "0123456789abcdef".repeat(2);

    send(gateway("twilio-text", "from: " + service), tell());

    assertThat(provider.texts().get(0).form())
        .containsEntry("MessagingServiceSid", service)
        .doesNotContainKey("From");
  }

  @Test
  void aCallSaysItTwiceInTheLanguageOfThePersonAndEscapesTheWords() {
    send("twilio-call", tell());

    assertThat(provider.calls().get(0).form().get("Twiml"))
        .startsWith("<Response>")
        .containsPattern("(?s)(<Say language=\"es-MX\">Tom &amp; &lt;Ana&gt;</Say>.*){2}")
        .doesNotContain("https://");
  }

  @Test
  void anIncidentIsTriggeredAcknowledgedAndResolvedUnderOneKey() {
    send("pagerduty", tell());
    send("pagerduty", message(Act.TAKE));
    send("pagerduty", message(Act.END));

    assertThat(provider.incidents()).containsExactly("trigger", "acknowledge", "resolve");
    assertThat(provider.taken("/v2/enqueue"))
        .extracting(event -> event.json().path("dedup_key").asText())
        .containsOnly("hall-monitor/thread");
    assertThat(
            provider.taken("/v2/enqueue").get(0).json().path("payload").path("severity").asText())
        .isEqualTo("critical");
  }

  @Test
  void teamsGetsACardAndSlackATextWithoutMarkup() {
    assertThat(send("teams", tell())).isInstanceOf(Taken.class);
    assertThat(send("slack", tell())).isInstanceOf(Taken.class);

    assertThat(provider.taken("/teams/").get(0).body()).contains("Action.OpenUrl");
    assertThat(provider.taken("/slack/").get(0).body()).contains("Tom &amp; &lt;Ana&gt;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"twilio-text", "twilio-call", "pagerduty", "teams", "slack"})
  void whoIsSentAwayForAWhileComesBackAfterIt(String kind) {
    provider.fail(new Fault(429, Map.of("Retry-After", "7"), ""));

    assertThat(send(kind, tell()))
        .isEqualTo(
            new Later("The gateway answers 429.", Optional.of(Duration.ofSeconds(7)), false));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void aProviderInTroubleIsTriedAgain(int status) {
    provider.fail(Fault.of(status, "<html>"));

    assertThat(send("pagerduty", tell()))
        .isEqualTo(new Later("The gateway answers " + status + ".", Optional.empty(), false));
  }

  @ParameterizedTest
  @CsvSource({
    "twilio-text, 401, '{\"code\":20003}', GATEWAY, check the secret",
    "twilio-text, 400, '{\"code\":21211}', NUMBER, refuses this number",
    "twilio-call, 400, '{\"code\":21217}', NUMBER, refuses this number",
    "twilio-text, 400, '{\"code\":21606}', GATEWAY, error 21606",
    "twilio-text, 404, 'no json', GATEWAY, check the address",
    "pagerduty, 400, '{\"message\":\"Event object is invalid\"}', GATEWAY, Event object is invalid",
    "teams, 403, '', GATEWAY, check the secret",
    "slack, 410, channel_is_archived, GATEWAY, channel_is_archived",
    "slack, 404, no_service, GATEWAY, no_service",
    "slack, 200, '<html>Sign in</html>', GATEWAY, does not answer as Slack does",
    "slack, 302, '', GATEWAY, redirects are not followed",
  })
  void whatCannotSucceedIsRefusedWithWhatToDo(
      String kind, int status, String body, Cause cause, String says) {
    provider.fail(Fault.of(status, body));

    assertThat(send(kind, tell()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.cause()).isEqualTo(cause);
              assertThat(refused.why()).contains(says);
            });
  }

  @Test
  void aNumberWhoseOwnerSaidStopIsThatOwnersMatter() {
    GatewayMessage stopped =
        new GatewayMessage(
            Act.TELL, "thread", "+16305550000", "en", "", "threat", "", "Words", "", "", "");

    assertThat(send("twilio-text", stopped))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.cause()).isEqualTo(Cause.NUMBER));
  }

  @Test
  void anAnswerThatIsCutOffMayHideThatTheMessageWasTaken() {
    provider.fail(Fault.of(0, ""));

    assertThat(send("twilio-text", tell()))
        .isInstanceOfSatisfying(Later.class, later -> assertThat(later.mayHaveArrived()).isTrue());
  }

  @Test
  void aProviderThatDoesNotAnswerIsNotWaitedForLong() {
    provider.saysNothing(1);

    assertThat(send("twilio-text", tell()))
        .isInstanceOfSatisfying(Later.class, later -> assertThat(later.mayHaveArrived()).isTrue());
  }

  @Test
  void aSuccessThatCannotBeReadIsASuccessThatNobodyCanAskAfter() {
    provider.fail(Fault.of(201, "{\"sid\":\"../../Accounts\"}"), Fault.of(201, "not json"));

    assertThat(send("twilio-text", tell())).isEqualTo(new Taken(Optional.empty()));
    assertThat(send("twilio-text", tell())).isEqualTo(new Taken(Optional.empty()));
  }

  @Test
  void aClosedPortHasCertainlyTakenNothing() {
    provider.close();

    assertThat(send("pagerduty", tell()))
        .isInstanceOfSatisfying(Later.class, later -> assertThat(later.mayHaveArrived()).isFalse());
  }

  @Test
  void aCertificateThatNobodyVouchesForGetsNoSecret() throws Exception {
    try (TlsProvider untrusted = new TlsProvider()) {
      secrets.put("slack", "https://127.0.0.1:" + untrusted.port() + "/slack/T0/B0/x");

      assertThat(send("slack", tell()))
          .isInstanceOfSatisfying(
              Later.class,
              later -> {
                assertThat(later.mayHaveArrived()).isFalse();
                assertThat(later.why()).contains("SSL").doesNotContain("T0");
              });
      assertThat(untrusted.standIn().taken("/")).isEmpty();
    }
  }

  @Test
  void aSecretGoesOnlyOverHttpsOrToThisMachine() {
    secrets.put("slack", "http://hooks.slack.example/services/T0/B0/secret");

    assertThat(send("slack", tell()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.why()).contains("https://").doesNotContain("T0"));
  }

  @Test
  void aPrivateNetworkIsReachedOnlyWhereThatIsMeant() {
    Gateway gateway =
        new Gateway("g", Gateway.Kind.SLACK, Optional.empty(), "slack", "", "en", false);

    assertThat(gateways.send(gateway, tell()))
        .isInstanceOfSatisfying(
            Later.class, later -> assertThat(later.why()).contains("private network"));
    assertThat(provider.taken("/")).isEmpty();
  }

  @Test
  void aMissingSecretIsNamed() {
    secrets.clear();

    assertThat(send("pagerduty", tell()))
        .isInstanceOfSatisfying(
            Later.class,
            later -> assertThat(later.why()).contains("'pagerduty'").contains("missing"));
  }
}
