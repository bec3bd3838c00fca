package hallmonitor.notifier.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.gateway.GatewayResult.Later;
import hallmonitor.notifier.gateway.GatewayResult.Refused;
import hallmonitor.notifier.gateway.GatewayResult.Taken;
import hallmonitor.notifier.gateway.ProviderStandIn.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways say when they are asked what became of a message, and whether they work. */
class GatewayQuestionsTest extends GatewayTests {
  @ParameterizedTest
  @CsvSource({
    "delivered, 0, Arrived",
    "completed, 0, Arrived",
    "undelivered, 30034, GATEWAY",
    "undelivered, 30005, NUMBER",
    "no-answer, 0, NOT_ANSWERED",
    "sent, 0, Underway",
    "something-new, 0, Underway",
  })
  void whatBecameOfAMessageIsAsked(String status, int code, String means) {
    provider.becomes(status, code);

    GatewayResult result = gateways.ask(gateway("twilio-text", ""), "SM1");

    assertThat(
            result instanceof Refused refused
                ? refused.cause().name()
                : result.getClass().getSimpleName())
        .isEqualTo(means);
  }

  @Test
  void aQuestionThatCannotBeAskedSaysNothingAboutTheMessage() {
    secrets.put("twilio", "broken meanwhile");

    assertThat(gateways.ask(gateway("twilio-text", ""), "SM1"))
        .isEqualTo(new GatewayResult.Underway());
    assertThat(send("twilio-text", tell()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.why()).contains("ACCOUNT:TOKEN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"twilio-text", "twilio-call", "pagerduty"})
  void aGatewayCanBeTriedWithoutSendingAnything(String kind) {
    assertThat(gateways.tryOut(gateway(kind, ""))).contains(new Taken(Optional.empty()));
    assertThat(provider.taken("/")).isEmpty();

    secrets.put("twilio", "AC0123456789:expired");
    secrets.put("pagerduty", "expired");
    assertThat(gateways.tryOut(gateway(kind, ""))).containsInstanceOf(Refused.class);
    secrets.clear();
    assertThat(gateways.tryOut(gateway(kind, ""))).containsInstanceOf(Later.class);
  }

  @Test
  void aChatOrAGatewayWithoutSuchAListCannotBeTried() {
    provider.fail(Fault.of(404, ""));

    assertThat(gateways.tryOut(gateway("twilio-text", ""))).isEmpty();
    assertThat(gateways.tryOut(gateway("slack", ""))).isEmpty();
    assertThat(provider.taken("/")).isEmpty();
  }
}
