package hallmonitor.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the status of each account that this instance owns: immediately when it changes, and
 * every few seconds so that silence means trouble.
 */
final class StatusPublisher {
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final Map<String, AccountStatus> published = new HashMap<>();

  StatusPublisher(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Publishes changed or due statuses.
   *
   * @param statuses of the accounts that this instance owns
   * @param works whether an account that is missing now is another instance's; else it was removed
   */
  void publish(List<AccountStatus> statuses, Predicate<String> works) {
    Set<String> removed = new HashSet<>(published.keySet());
    for (AccountStatus status : statuses) {
      removed.remove(status.account());
      if (isNews(published.get(status.account()), status)) {
        send(status.account(), EventJson.write(status));
        published.put(status.account(), status);
      }
    }
    for (String account : removed) {
      if (!works.test(account)) {
        send(account, null);
      }
      published.remove(account);
    }
  }

  private void send(String account, byte @Nullable [] status) {
    // A lost status does no harm, because each is repeated after a while.
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topic.ACCOUNT_STATUS.topicName(), account.getBytes(UTF_8), status));
  }

  private static boolean isNews(@Nullable AccountStatus before, AccountStatus now) {
    return before == null
        || before.state() != now.state()
        || !before.fault().equals(now.fault())
        || before.pendingActions() != now.pendingActions()
        || !before.paused().equals(now.paused())
        || !before.outcomes().equals(now.outcomes())
        || !before.missed().equals(now.missed())
        || finished(before) != finished(now)
        || !before.at().plus(AT_LEAST_EVERY).isAfter(now.at());
  }

  private static boolean finished(AccountStatus status) {
    return status.backfill().map(AccountStatus.Backfill::finished).orElse(true);
  }
}
