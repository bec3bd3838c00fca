package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.DeadLetterStore;
import hallmonitor.moderation.store.DeadLetterStore.DeadLetter;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a person does with dead letters, each with an audit row. */
public final class DeadLetterDesk {
  /** Somebody was faster, or the id is wrong. */
  public static final class NotOpen extends Refusal {
    NotOpen(long id) {
      super(Sentence.of("Dead letter {1} is not open any more; reload the page.", id));
    }
  }

  private final Jdbi database;
  private final Producer<byte[], byte[]> producer;

  /**
   * @param producer idempotent, acks=all; not closed here
   */
  public DeadLetterDesk(Jdbi database, Producer<byte[], byte[]> producer) {
    this.database = database;
    this.producer = producer;
  }

  /**
   * Sends the record to the topic that it came from, whose consumers take it as one more delivery.
   * When it cannot be used again, it comes back as a new dead letter.
   *
   * @throws NotOpen when it was replayed or discarded before
   * @throws IllegalStateException when the broker does not take it; the letter stays open then
   */
  public void replay(long id, String by) {
    database.useTransaction(
        transaction -> {
          DeadLetter letter = lockOpen(transaction, id);
          DeadLetterStore.close(transaction, id, "replayed", by);
          AuditLog.add(transaction, by, "replay", "dead letter " + id, letter.origin());
          // Last: a commit that fails after it leaves the letter open, and a second replay does no
          // harm.
          send(letter);
        });
  }

  /**
   * Leaves the record out for good.
   *
   * @param reason why it is not needed, in words
   * @throws NotOpen when it was replayed or discarded before
   */
  public void discard(long id, String by, String reason) {
    database.useTransaction(
        transaction -> {
          lockOpen(transaction, id);
          DeadLetterStore.close(transaction, id, "discarded", by);
          AuditLog.add(transaction, by, "discard", "dead letter " + id, reason);
        });
  }

  private static DeadLetter lockOpen(Handle transaction, long id) {
    return DeadLetterStore.lock(transaction, id)
        .filter(DeadLetter::open)
        .orElseThrow(() -> new NotOpen(id));
  }

  private void send(DeadLetter letter) {
    try {
      producer.send(new ProducerRecord<>(letter.origin(), letter.key(), letter.payload())).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while replaying", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not take the record; try again when the broker is reachable.", e.getCause());
    }
  }
}
