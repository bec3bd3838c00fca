package hallmonitor.notifier.gateway;

import hallmonitor.contract.event.EventJson;
import hallmonitor.settings.district.WebAddresses;
import hallmonitor.settings.escalation.Gateway;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A chat; its address is the secret. Teams answers 202 before its workflow has posted anything;
 * Slack answers 200 with {@code ok}, and its errors are one word:
 * https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks
 */
final class ChatProtocol implements GatewayProtocol {
  private final Function<GatewayMessage, Map<String, Object>> body;
  private final Predicate<GatewayAnswer> taken;

  private ChatProtocol(
      Function<GatewayMessage, Map<String, Object>> body, Predicate<GatewayAnswer> taken) {
    this.body = body;
    this.taken = taken;
  }

  static ChatProtocol teams() {
    return new ChatProtocol(
        m -> ChatBodies.teams(m.heading(), m.text(), m.link(), m.linkText()),
        GatewayAnswer::isSuccess);
  }

  static ChatProtocol slack() {
    return new ChatProtocol(
        m -> ChatBodies.slack(m.text()), a -> a.isSuccess() && a.text().equals("ok"));
  }

  @Override
  public HttpRequest.Builder request(Gateway gateway, String secret, GatewayMessage message) {
    return HttpRequest.newBuilder(address(secret))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(EventJson.write(body.apply(message))));
  }

  private static URI address(String secret) {
    try {
      URI address = URI.create(secret);
      if (WebAddresses.isSafe(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // The message below must not contain the secret, as the cause does.
    }
    throw new IllegalArgumentException(
        "The secret must be a web address that starts with https://.");
  }

  @Override
  public GatewayResult meaning(GatewayAnswer answer) {
    if (taken.test(answer)) {
      return new GatewayResult.Taken(Optional.empty());
    }
    return answer.isSuccess()
        ? new GatewayResult.Refused(
            "The gateway does not answer as Slack does; check the address in the secret.",
            GatewayResult.Cause.GATEWAY)
        : answer.failure(answer.text().matches("[a-z_]{1,60}") ? answer.text() : "");
  }
}
