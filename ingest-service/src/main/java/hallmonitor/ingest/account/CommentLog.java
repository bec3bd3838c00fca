package hallmonitor.ingest.account;

import hallmonitor.contract.event.CommentSeen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where one account's comments go, together with how far it has come: both or neither. */
public interface CommentLog extends AutoCloseable {
  /** What was committed last. */
  record State(AccountCheckpoint checkpoint, Map<String, KnownComment> known) {}

  /**
   * @param remember what is known of the comment from now on; empty when it need not be remembered
   */
  record Entry(CommentSeen comment, Optional<KnownComment> remember) {}

  /**
   * @param forget ids that need not be remembered any longer
   * @param readFrom when the read began that brought these comments
   */
  record Batch(
      List<Entry> entries, List<String> forget, AccountCheckpoint checkpoint, Instant readFrom) {
    public Batch {
      entries = List.copyOf(entries);
      forget = List.copyOf(forget);
    }
  }

  /**
   * Nothing of the batch was or will be committed, or nobody can tell: open again to see what
   * holds.
   */
  final class Broken extends Exception {
    public Broken(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }

  /**
   * Becomes the account's only writer, and reads what the writer before it has committed. Can be
   * called again.
   */
  State open() throws Broken;

  /** Publishes the comments and moves the checkpoint on, in one transaction. */
  void commit(Batch batch) throws Broken;

  @Override
  void close();
}
