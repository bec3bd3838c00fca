package hallmonitor.notifier.gateway;

import hallmonitor.contract.event.EventJson;
import hallmonitor.settings.escalation.Gateway;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PagerDuty's Events API v2: https://developer.pagerduty.com/docs/events-api-v2/overview. All
 * messages of an escalation have the same key, so a repeated one opens no second incident.
 */
final class PagerDutyProtocol implements GatewayProtocol {
  static final String TRIAL = "hall-monitor/trial";

  private static final int LONGEST_SUMMARY = 1024;

  @Override
  public HttpRequest.Builder request(Gateway gateway, String secret, GatewayMessage message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("routing_key", secret);
    body.put("event_action", action(message.act()));
    body.put("dedup_key", "hall-monitor/" + message.conversation());
    if (message.act() == GatewayMessage.Act.TELL) {
      body.put("client", "Hall Monitor");
      body.put("client_url", message.link());
      body.put("links", List.of(Map.of("href", message.link(), "text", message.linkText())));
      body.put("payload", payload(message));
    }
    return request(gateway, body);
  }

  /** Resolves an incident that never was, which PagerDuty takes and forgets. */
  @Override
  public Optional<HttpRequest.Builder> trial(Gateway gateway, String secret) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("routing_key", secret);
    body.put("event_action", action(GatewayMessage.Act.END));
    body.put("dedup_key", TRIAL);
    return Optional.of(request(gateway, body));
  }

  private static HttpRequest.Builder request(Gateway gateway, Map<String, Object> body) {
    return HttpRequest.newBuilder(URI.create(gateway.address().orElseThrow() + "/v2/enqueue"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(EventJson.write(body)));
  }

  private static Map<String, Object> payload(GatewayMessage message) {
    Map<String, Object> payload = new LinkedHashMap<>();
    String heading = message.heading();
    payload.put("summary", heading.substring(0, Math.min(heading.length(), LONGEST_SUMMARY)));
    payload.put("source", message.building());
    payload.put("severity", "critical");
    payload.put("class", message.category());
    return payload;
  }

  private static String action(GatewayMessage.Act act) {
    return switch (act) {
      case TELL -> "trigger";
      case TAKE -> "acknowledge";
      case END -> "resolve";
    };
  }

  @Override
  public GatewayResult meaning(GatewayAnswer answer) {
    return answer.isSuccess()
        ? new GatewayResult.Taken(Optional.empty())
        : answer.failure(answer.text("message"));
  }
}
