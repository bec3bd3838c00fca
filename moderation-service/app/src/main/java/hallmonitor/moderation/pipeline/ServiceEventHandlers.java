package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CredentialReception;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.contract.event.ProfileRead;
import hallmonitor.messaging.BatchReader;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.steps.PostDecoder;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.DeadLetterStore;
import hallmonitor.moderation.store.accounts.AccountProfiles;
import hallmonitor.moderation.store.accounts.AccountStatuses;
import hallmonitor.moderation.store.archive.PostArchive;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.moderation.store.connect.Disconnections;
import hallmonitor.moderation.store.escalation.EscalationEventHandler;
import hallmonitor.moderation.store.evidence.EvidenceLedger;
import hallmonitor.moderation.store.objections.BlockLists;
import hallmonitor.moderation.store.objections.ObjectionResults;
import hallmonitor.moderation.store.orders.ActionResults;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;

/**
 * Handles the other services' reports, each in one transaction. A repeated report changes nothing.
 */
public final class ServiceEventHandlers {
  private static final System.Logger LOG = System.getLogger(ServiceEventHandlers.class.getName());

  private final Jdbi database;
  private final Clock clock;
  private final Runnable relay;
  private final Precedence precedence;
  private final PipelineMetrics metrics;
  private final Function<String, Optional<Clause>> clauses;

  /**
   * Creates the handlers.
   *
   * @param relay called after a commit that may have to be published
   * @param precedence is told what was hidden
   * @param clauses finds a clause of the current policy by its id
   */
  public ServiceEventHandlers(
      Jdbi database,
      Clock clock,
      Runnable relay,
      Precedence precedence,
      PipelineMetrics metrics,
      Function<String, Optional<Clause>> clauses) {
    this.database = database;
    this.clock = clock;
    this.relay = relay;
    this.precedence = precedence;
    this.metrics = metrics;
    this.clauses = clauses;
  }

  /** Handles results of ordered actions. */
  public BatchReader.Handler actionResults() {
    return batch -> {
      List<ActionResult> results = read(batch, ActionResult.class);
      precedence.answered(
          results.stream()
              .filter(result -> result.action() == PlatformAction.HIDE)
              .map(result -> result.comment().key())
              .toList());
      List<Duration> hidden =
          database.inTransaction(
              t -> {
                for (ActionResult result : results) {
                  if (ObjectionResults.isFor(result)) {
                    ObjectionResults.apply(t, result);
                  }
                }
                return new ActionResults(t)
                    .apply(results.stream().filter(r -> !ObjectionResults.isFor(r)).toList());
              });
      relay.run();
      metrics.hidden(hidden);
    };
  }

  /** Handles events of escalations; a seal releases the hide that waited for it. */
  public BatchReader.Handler escalationEvents() {
    return batch -> {
      List<EscalationEvent> events = read(batch, EscalationEvent.class);
      database.inTransaction(
          t -> {
            EscalationEventHandler.take(t, events, clock.instant(), clauses);
            return null;
          });
      relay.run();
    };
  }

  /** Handles statuses of the connected accounts. */
  public BatchReader.Handler accountStatuses() {
    return batch -> {
      List<AccountStatus> statuses = read(batch, AccountStatus.class);
      database.inTransaction(
          t -> {
            AccountStatuses.put(t.getConnection(), statuses);
            return null;
          });
    };
  }

  /** Handles what the connected accounts say about themselves. */
  public BatchReader.Handler accountProfiles() {
    return batch -> {
      List<ProfileRead> profiles = read(batch, ProfileRead.class);
      database.useTransaction(t -> profiles.forEach(profile -> AccountProfiles.put(t, profile)));
    };
  }

  /** Handles results of orders about credentials. */
  public BatchReader.Handler credentialResults() {
    return batch -> {
      List<CredentialResult> results = read(batch, CredentialResult.class);
      database.useTransaction(
          t -> {
            Connections.take(t, results);
            Disconnections.take(t, results);
          });
    };
  }

  /** Handles what the ingest service says of how it takes credentials. */
  public BatchReader.Handler credentialReception() {
    return batch -> {
      List<CredentialReception> receptions = read(batch, CredentialReception.class);
      database.useTransaction(t -> Connections.receive(t, receptions));
    };
  }

  /** Handles what the notifier says of the evidence. */
  public BatchReader.Handler evidenceResults() {
    return batch -> {
      List<EvidenceResult> results = read(batch, EvidenceResult.class);
      database.useTransaction(t -> EvidenceLedger.take(t, results));
    };
  }

  /** Handles posts: archives them, which queues each new version for its judgment. */
  public BatchReader.Handler posts() {
    return batch -> {
      List<PostSeen> posts = PostDecoder.decode(batch);
      database.inTransaction(
          t -> {
            new PostArchive(t.getConnection()).addListed(posts);
            return null;
          });
    };
  }

  /** Handles who is blocked by accounts on their platforms. */
  public BatchReader.Handler blocks() {
    return batch -> {
      List<BlocksSeen> lists = read(batch, BlocksSeen.class);
      database.inTransaction(
          t -> {
            for (BlocksSeen list : lists) {
              BlockLists.take(t, list);
            }
            return null;
          });
    };
  }

  /** Handles records that a service could not use. */
  public BatchReader.Handler deadLetters() {
    return batch -> {
      int added = database.inTransaction(t -> DeadLetterStore.add(t, batch));
      if (added > 0) {
        metrics.died(added);
        LOG.log(
            System.Logger.Level.ERROR,
            "{0} record(s) could not be used and wait among the dead letters in the console",
            added);
      }
    };
  }

  /** Keeps at least the place of a dead letter that cannot be stored, and why. */
  public BatchReader.Aside unstorable() {
    return (record, why) -> {
      database.useTransaction(
          t -> DeadLetterStore.addWithoutContent(t, record, String.valueOf(why.getMessage())));
      metrics.died(1);
    };
  }

  private static <T> List<T> read(List<ConsumerRecord<byte[], byte[]>> batch, Class<T> type) {
    return batch.stream().map(r -> EventJson.read(r.value(), type)).toList();
  }
}
