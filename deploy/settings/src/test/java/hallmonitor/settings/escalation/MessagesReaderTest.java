package hallmonitor.settings.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MessagesReaderTest {
  @Test
  void withoutTheSectionThereAreNoMessages() {
    assertThat(EscalationFile.read("").messages()).isEqualTo(MessageRules.NONE);
    assertThat(EscalationFile.read("holidays: []").messages()).isEqualTo(MessageRules.NONE);
  }

  @Test
  void aProviderHasItsOwnAddressUnlessTheFileNamesAnother() {
    MessageRules rules =
        EscalationFile.read(
                """
                messages:
                  gateways:
                    - { id: text, kind: twilio-text, secret: twilio, from: "+16305550100" }
                    - { id: own, kind: twilio-call, secret: own, from: "+16305550100", address: "https://sms.example/" }
                    - { id: duty, kind: pagerduty, secret: pagerduty-key, language: es }
                    - { id: office, kind: teams, secret: teams-address }
                """)
            .messages();

    assertThat(rules.gateways())
        .extracting(gateway -> gateway.address().map(URI::toString).orElse(""))
        .containsExactly(
            "https://api.twilio.com", "https://sms.example", "https://events.pagerduty.com", "");
    assertThat(rules.gateway("duty").orElseThrow().language()).isEqualTo("es");
    assertThat(rules.gateways()).noneMatch(Gateway::privateNetwork);
  }

  @Test
  void eachMistakeOfAGatewayHasItsPlace() {
    assertThatThrownBy(
            () ->
                EscalationFile.read(
                    """
                    messages:
                      gateways:
                        - { id: a, kind: pigeon, secret: x }
                        - { id: a, kind: twilio-text, secret: x, from: "630-555-0100", address: "http://sms.example" }
                        - { id: b, kind: twilio-call, secret: x, from: MG0123456789abcdef0123456789abcdef }
                        - { id: c, kind: slack, secret: x, from: "+16305550100", address: "https://hooks.slack.com/x" }
                        - { id: d, kind: teams, secret: "", language: fr }
                        - { id: e, kind: pagerduty, secret: x, password: y }
                    """))
        .hasMessageContaining("escalation.yaml:3:22: 'pigeon' is not one of twilio-text")
        .hasMessageContaining("escalation.yaml:4:13: 'a' is used twice")
        .hasMessageContaining("'630-555-0100' is not a number such as")
        .hasMessageContaining("'http://sms.example' is not a web address that starts with https://")
        .hasMessageContaining("escalation.yaml:5:52: 'MG0123456789abcdef0123456789abcdef' is not a")
        .hasMessageContaining("only text messages and calls have a sender")
        .hasMessageContaining("the address is a secret here")
        .hasMessageContaining("'secret' is empty")
        .hasMessageContaining("not 'fr'")
        .hasMessageContaining("unknown key 'password'");
  }
}
