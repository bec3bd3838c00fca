package hallmonitor.notifier.message;

import hallmonitor.notifier.gateway.GatewayResult;
import hallmonitor.notifier.gateway.GatewayResult.Later;
import hallmonitor.notifier.gateway.GatewayResult.Refused;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.settings.escalation.Gateway;
import hallmonitor.settings.escalation.MessageRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Tries each gateway once an hour, without sending anything: danger is rare, and a credential that
 * has expired would otherwise show only when someone is in danger.
 */
final class GatewayTrials {
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration EVERY = Duration.ofHours(1);

  private final Jdbi database;
  private final Gateways gateways;
  private final Supplier<MessageRules> rules;
  private final InstantSource clock;
  private final Set<String> failedOnce = new HashSet<>();
  private boolean started;

  GatewayTrials(
      Jdbi database, Gateways gateways, Supplier<MessageRules> rules, InstantSource clock) {
    this.database = database;
    this.gateways = gateways;
    this.rules = rules;
    this.clock = clock;
  }

  Duration next() {
    if (!started) {
      started = true;
      return FIRST;
    }
    tryAll();
    return EVERY;
  }

  void tryAll() {
    for (Gateway gateway : rules.get().gateways()) {
      gateways.tryOut(gateway).ifPresent(result -> note(gateway, result));
    }
  }

  /** What may pass by itself is told only if it lasts until the next trial. */
  private void note(Gateway gateway, GatewayResult result) {
    String subject = Troubles.gateway(gateway.id());
    Optional<String> wrong =
        result instanceof Refused refused
            ? Optional.of(refused.why())
            : result instanceof Later later && !failedOnce.add(subject)
                ? Optional.of(later.why())
                : Optional.empty();
    database.useTransaction(
        transaction -> {
          if (wrong.isPresent()) {
            Troubles.note(transaction, subject, wrong.get(), clock.instant());
          } else if (!(result instanceof Later)) {
            failedOnce.remove(subject);
            Troubles.over(transaction, subject, clock.instant());
          }
        });
  }
}
