package hallmonitor.notifier.message;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.gateway.GatewayResult;
import hallmonitor.notifier.gateway.GatewayResult.Cause;
import hallmonitor.notifier.gateway.GatewayResult.Refused;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.Gateway;
import hallmonitor.settings.escalation.MessageRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends the messages of one kind of gateway, one after the other, so that a slow gateway holds up
 * no other. Claim and result are transactions of their own: no lock is held during the call, and
 * what is lost with the process in between is claimed again after {@link DueMessages#LEASE}.
 */
final class MessageSender {
  private static final System.Logger LOG = System.getLogger(MessageSender.class.getName());

  private static final String GONE = "The gateway is no longer in escalation.yaml.";

  /** Only what was queued before the gateway was taken out of the file can be due. */
  private static final Duration UNUSED = Duration.ofSeconds(10);

  private final Jdbi database;
  private final Gateway.Kind kind;
  private final Gateways gateways;
  private final Supplier<MessageRules> rules;
  private final Supplier<District> district;
  private final Supplier<NoticeSettings> house;
  private final InstantSource clock;
  private final Runnable afterEach;

  /**
   * @param afterEach called after each result was committed
   */
  MessageSender(
      Jdbi database,
      Gateway.Kind kind,
      Gateways gateways,
      Supplier<MessageRules> rules,
      Supplier<District> district,
      Supplier<NoticeSettings> house,
      InstantSource clock,
      Runnable afterEach) {
    this.database = database;
    this.kind = kind;
    this.gateways = gateways;
    this.rules = rules;
    this.district = district;
    this.house = house;
    this.clock = clock;
    this.afterEach = afterEach;
  }

  /** Sends the next message. */
  Duration sendNext() {
    boolean used = rules.get().gateways().stream().anyMatch(gateway -> gateway.kind() == kind);
    Instant now = clock.instant();
    Optional<QueuedMessage> next =
        database.inTransaction(transaction -> DueMessages.claim(transaction, kind, now));
    if (next.isEmpty()) {
      return used ? Worker.IDLE : UNUSED;
    }
    QueuedMessage message = next.get();
    GatewayResult result =
        rules
            .get()
            .gateway(message.gateway())
            .map(gateway -> result(gateway, message))
            .orElseGet(() -> new Refused(GONE, Cause.GATEWAY));
    database.useTransaction(
        transaction -> MessageOutcomes.note(transaction, message, kind, result, clock.instant()));
    LOG.log(
        System.Logger.Level.INFO,
        "message: message={0} gateway={1} result={2}",
        message.id(),
        message.gateway(),
        result.getClass().getSimpleName());
    afterEach.run();
    return Duration.ZERO;
  }

  private GatewayResult result(Gateway gateway, QueuedMessage message) {
    try {
      if (message.reference().isPresent()) {
        return gateways.ask(gateway, message.reference().get());
      }
      return MessageRetries.mayComeTooOften(kind, message.unknown())
          ? new Refused(
              "Two attempts ended without a result, so it is not tried a third time: it may have"
                  + " arrived.",
              Cause.GATEWAY)
          : send(gateway, message);
    } catch (RuntimeException e) {
      // A message that cannot be written must neither stop the others nor disappear.
      return new Refused(
          "The message could not be written or sent ("
              + e.getClass().getSimpleName()
              + "); report it to the program's makers.",
          Cause.GATEWAY);
    }
  }

  private GatewayResult send(Gateway gateway, QueuedMessage message) {
    District current = district.get();
    Optional<Person> reader = message.person().flatMap(current::person);
    boolean unreachable = message.person().isPresent() && reader.flatMap(gateway::number).isEmpty();
    if (unreachable && message.act() == Act.TELL) {
      return new Refused(
          "district.yaml no longer has a number at which this person agreed to get messages.",
          Cause.NUMBER);
    }
    return gateways.send(
        gateway, MessageComposer.write(house.get(), current, gateway, message, reader));
  }
}
