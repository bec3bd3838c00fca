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

/** A person's actions on dead letters, each with an audit row. */
public final class DeadLetterDesk {
  /** Thrown if someone else was faster, or if the id is wrong. */
  public static final class NotOpen extends Refusal {
    NotOpen(long id) {
      super(Sentence.of("Failed message {1} is no longer open. Reload the page.", id));
    }
  }

  private final Jdbi database;
  private final Producer<byte[], byte[]> producer;

  /**
   * Creates a desk.
   *
   * @param producer idempotent, acks=all; not closed here
   */
  public DeadLetterDesk(Jdbi database, Producer<byte[], byte[]> producer) {
    this.database = database;
    this.producer = producer;
  }

  /**
   * Sends the record to its original topic, where consumers receive it as one more delivery. If it
   * still cannot be used, it returns as a new dead letter.
   *
   * @throws NotOpen if it was replayed or discarded before
   * @throws IllegalStateException if the broker does not accept it; the letter stays open then
   */
  public void replay(long id, String by) {
    database.useTransaction(
        transaction -> {
          DeadLetter letter = lockOpen(transaction, id);
          DeadLetterStore.close(transaction, id, "replayed", by);
          AuditLog.add(transaction, by, "replay", "dead letter " + id, letter.origin());
          // Sent last: if the commit then fails, the letter stays open, and a second replay does no
          // harm.
          send(letter);
        });
  }

  /**
   * Discards the record permanently.
   *
   * @param reason why it is not needed, in words
   * @throws NotOpen if it was replayed or discarded before
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
