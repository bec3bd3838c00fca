package hallmonitor.notifier.gateway;

import hallmonitor.messaging.http.CappedBody;
import hallmonitor.notifier.gateway.GatewayResult.Later;
import hallmonitor.notifier.gateway.GatewayResult.Refused;
import hallmonitor.notifier.gateway.GatewayResult.Taken;
import hallmonitor.notifier.gateway.GatewayResult.Underway;
import hallmonitor.settings.escalation.Gateway;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Passes messages to providers. A method never throws because of what a provider does. */
public final class Gateways {
  private static final int MOST_BYTES = 64 << 10;
  private static final int NOT_FOUND = 404;

  private static final Map<Gateway.Kind, GatewayProtocol> PROTOCOLS =
      Map.of(
          Gateway.Kind.TWILIO_TEXT, TwilioProtocol.texts(),
          Gateway.Kind.TWILIO_CALL, TwilioProtocol.calls(),
          Gateway.Kind.PAGERDUTY, new PagerDutyProtocol(),
          Gateway.Kind.TEAMS, ChatProtocol.teams(),
          Gateway.Kind.SLACK, ChatProtocol.slack());

  private final ProviderCall call = new ProviderCall();
  private final Function<String, Optional<String>> secrets;

  /**
   * Creates the gateways.
   *
   * @param secrets returns a secret by its name; empty if there is none
   */
  public Gateways(Function<String, Optional<String>> secrets) {
    this.secrets = secrets;
  }

  public GatewayResult send(Gateway gateway, GatewayMessage message) {
    GatewayProtocol protocol = protocol(gateway);
    return withSecret(
        gateway,
        secret ->
            exchange(
                gateway,
                () -> Optional.of(protocol.request(gateway, secret, message)),
                protocol::meaning));
  }

  /** Asks what became of a message that was taken. A failed question says nothing about it. */
  public GatewayResult ask(Gateway gateway, String reference) {
    GatewayProtocol protocol = protocol(gateway);
    return withSecret(
        gateway,
        secret ->
            exchange(
                gateway, () -> protocol.question(gateway, secret, reference), protocol::standing));
  }

  /**
   * Tries whether messages would be taken, without sending any.
   *
   * @return empty if the provider offers no way to try it; otherwise {@link GatewayResult.Taken},
   *     or what is wrong
   */
  public Optional<GatewayResult> tryOut(Gateway gateway) {
    GatewayProtocol protocol = protocol(gateway);
    GatewayResult result =
        withSecret(
            gateway,
            secret ->
                exchange(gateway, () -> protocol.trial(gateway, secret), Gateways::trialMeaning));
    return Optional.of(result).filter(found -> !(found instanceof Underway));
  }

  /** A gateway that has no such list is not broken for that. */
  private static GatewayResult trialMeaning(GatewayAnswer answer) {
    if (answer.isSuccess()) {
      return new Taken(Optional.empty());
    }
    return answer.status() == NOT_FOUND ? new Underway() : answer.failure("");
  }

  private static GatewayProtocol protocol(Gateway gateway) {
    return Optional.ofNullable(PROTOCOLS.get(gateway.kind())).orElseThrow();
  }

  private GatewayResult withSecret(Gateway gateway, Function<String, GatewayResult> use) {
    return secrets
        .apply(gateway.secret())
        .filter(secret -> !secret.isBlank())
        .map(use)
        .orElseGet(
            () ->
                new Later(
                    "The secret '" + gateway.secret() + "' of the gateway is missing.",
                    Optional.empty(),
                    false));
  }

  private GatewayResult exchange(
      Gateway gateway,
      Supplier<Optional<HttpRequest.Builder>> request,
      Function<GatewayAnswer, GatewayResult> meaning) {
    Optional<HttpRequest.Builder> built;
    try {
      built = request.get();
    } catch (IllegalArgumentException e) {
      return new Refused(String.valueOf(e.getMessage()), GatewayResult.Cause.GATEWAY);
    }
    if (built.isEmpty()) {
      return new Underway();
    }
    try {
      return meaning.apply(
          GatewayAnswer.of(
              call.make(built.get(), gateway.privateNetwork(), CappedBody.upTo(MOST_BYTES))));
    } catch (ProviderCall.NoAnswer e) {
      return new Later(
          "The gateway gives no answer: " + e.why() + ".", Optional.empty(), e.mayHaveArrived());
    }
  }
}
