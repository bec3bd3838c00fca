package hallmonitor.notifier.gateway;

import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.Gateway;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stand-in of all providers, and gateways that lead to it. */
abstract class GatewayTests {
  final Map<String, String> secrets = new HashMap<>();
  final Gateways gateways = new Gateways(name -> Optional.ofNullable(secrets.get(name)));
  ProviderStandIn provider;

  @BeforeEach
  final void open() throws IOException {
    provider = new ProviderStandIn();
    secrets.put("twilio", ProviderStandIn.TWILIO_SECRET);
    secrets.put("pagerduty", ProviderStandIn.ROUTING_KEY);
    secrets.put("teams", provider.address() + "/teams/workflow?sig=a");
    secrets.put("slack", provider.address() + "/slack/T0/B0/x");
  }

  @AfterEach
  final void close() {
    provider.close();
  }

  final GatewayResult send(String kind, GatewayMessage message) {
    return send(gateway(kind, ""), message);
  }

  final GatewayResult send(Gateway gateway, GatewayMessage message) {
    return gateways.send(gateway, message);
  }

  final Gateway gateway(String kind, String more) {
    boolean twilio = kind.startsWith("twilio");
    String from = more.isEmpty() ? "from: \"+16305550100\"" : more;
    String rest =
        twilio || kind.equals("pagerduty") ? ", address: \"" + provider.address() + "\"" : "";
    return EscalationFile.read(
            "messages: { gateways: [{ id: g, kind: %s, secret: %s, private-network: true%s%s }] }"
                .formatted(kind, twilio ? "twilio" : kind, rest, twilio ? ", " + from : ""))
        .messages()
        .gateways()
        .get(0);
  }

  static GatewayMessage tell() {
    return message(Act.TELL);
  }

  static GatewayMessage message(Act act) {
    return new GatewayMessage(
        act,
        "thread",
        "+16305550123",
        "es",
        "Cedar High School",
        "threat",
        "Tom & <Ana>",
        "Tom & <Ana>: https://console.example/cases/1",
        "Tom & <Ana>",
        "https://console.example/cases/1",
        "Open");
  }
}
