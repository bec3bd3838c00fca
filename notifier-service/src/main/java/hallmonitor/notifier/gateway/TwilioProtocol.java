package hallmonitor.notifier.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.settings.escalation.Gateway;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Twilio's API of 2010-04-01, which other gateways speak too. Text messages:
 * https://www.twilio.com/docs/messaging/api/message-resource, calls:
 * https://www.twilio.com/docs/voice/api/call-resource, errors:
 * https://www.twilio.com/docs/api/errors
 */
final class TwilioProtocol implements GatewayProtocol {
  /** Errors of the number or its owner's wish: not a number, no mobile, stopped by its owner. */
  private static final Set<Integer> OF_THE_NUMBER =
      Set.of(21201, 21211, 21214, 21217, 21401, 21610, 21614, 30003, 30004, 30005, 30006);

  private static final Set<String> ARRIVED = Set.of("delivered", "read", "completed");
  private static final Set<String> LOST = Set.of("undelivered", "failed", "canceled");
  private static final Set<String> NOT_ANSWERED = Set.of("busy", "no-answer");

  /** Ids are put into an address, so nothing else may be in them. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{2,64}");

  private final String resource;

  private TwilioProtocol(String resource) {
    this.resource = resource;
  }

  static TwilioProtocol texts() {
    return new TwilioProtocol("Messages");
  }

  static TwilioProtocol calls() {
    return new TwilioProtocol("Calls");
  }

  @Override
  public HttpRequest.Builder request(Gateway gateway, String secret, GatewayMessage message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("To", message.to());
    boolean service = gateway.from().startsWith("MG");
    fields.put(service ? "MessagingServiceSid" : "From", gateway.from());
    if (gateway.kind() == Gateway.Kind.TWILIO_CALL) {
      fields.put("Twiml", SpokenMessage.of(message));
    } else {
      fields.put("Body", message.text());
    }
    return TwilioAccount.of(secret)
        .at(gateway, resource, "")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(TwilioAccount.form(fields));
  }

  @Override
  public GatewayResult meaning(GatewayAnswer answer) {
    if (answer.isSuccess()) {
      return new GatewayResult.Taken(
          answer
              .json()
              .map(json -> json.path("sid").asText())
              .filter(s -> ID.matcher(s).matches()));
    }
    return failure(answer, answer.json().map(json -> json.path("code").asInt()).orElse(0));
  }

  /** Lists one message: an API key may read those, but not its account. */
  @Override
  public Optional<HttpRequest.Builder> trial(Gateway gateway, String secret) {
    return Optional.of(TwilioAccount.of(secret).at(gateway, resource, "?PageSize=1").GET());
  }

  @Override
  public Optional<HttpRequest.Builder> question(Gateway gateway, String secret, String reference) {
    return TwilioAccount.in(secret)
        .map(account -> account.at(gateway, resource + "/" + reference, "").GET());
  }

  @Override
  public GatewayResult standing(GatewayAnswer answer) {
    Optional<JsonNode> json = answer.json().filter(found -> answer.isSuccess());
    String status = json.map(found -> found.path("status").asText()).orElse("");
    int code = json.map(found -> found.path("error_code").asInt()).orElse(0);
    if (ARRIVED.contains(status)) {
      return new GatewayResult.Arrived();
    }
    if (NOT_ANSWERED.contains(status)) {
      return new GatewayResult.Refused(
          "Nobody answered the call (" + status + ").", GatewayResult.Cause.NOT_ANSWERED);
    }
    if (LOST.contains(status)) {
      return new GatewayResult.Refused(
          "The gateway could not deliver it ("
              + status
              + (code == 0 ? "" : ", error " + code)
              + ");"
              + " look the error up at the provider.",
          cause(code));
    }
    return new GatewayResult.Underway();
  }

  private static GatewayResult failure(GatewayAnswer answer, int code) {
    String more = code == 0 ? "" : "error " + code;
    return OF_THE_NUMBER.contains(code)
        ? new GatewayResult.Refused(
            "The gateway refuses this number ("
                + more
                + "); correct it in district.yaml, or ask the"
                + " person.",
            GatewayResult.Cause.NUMBER)
        : answer.failure(more);
  }

  private static GatewayResult.Cause cause(int code) {
    return OF_THE_NUMBER.contains(code) ? GatewayResult.Cause.NUMBER : GatewayResult.Cause.GATEWAY;
  }
}
