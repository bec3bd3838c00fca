package hallmonitor.ingest.account;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.contract.event.ProfileRead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores one account's comments together with its checkpoint: both or neither. */
public interface CommentLog extends AutoCloseable {
  /** The last committed state. */
  record State(AccountCheckpoint checkpoint, Map<String, KnownComment> known) {}

  /**
   * A comment to publish.
   *
   * @param remember what to remember about the comment from now on; empty if nothing
   */
  record Entry(CommentSeen comment, Optional<KnownComment> remember) {}

  /**
   * Comments and posts to commit with their checkpoint.
   *
   * @param forget ids that no longer need to be remembered
   * @param posts versions of posts to publish
   * @param readFrom start of the read that returned these comments
   */
  record Batch(
      List<Entry> entries,
      List<String> forget,
      List<PostSeen> posts,
      AccountCheckpoint checkpoint,
      Instant readFrom) {
    public Batch {
      entries = List.copyOf(entries);
      forget = List.copyOf(forget);
      posts = List.copyOf(posts);
    }
  }

  /**
   * Thrown when the batch was not committed or its outcome is unknown. Open the log again to find
   * out.
   */
  final class Broken extends Exception {
    private final String sentence;

    public Broken(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
      this.sentence = sentence;
    }

    /** What is wrong, for people. */
    public String sentence() {
      return sentence;
    }
  }

  /**
   * Makes this instance the account's only writer and reads the last committed state. May be called
   * again.
   */
  State open() throws Broken;

  /** Publishes who is blocked by the account, beside the comments and their checkpoint. */
  void publish(BlocksSeen blocks) throws Broken;

  /** Publishes the comments and advances the checkpoint in one transaction. */
  void commit(Batch batch) throws Broken;

  /** Publishes what an account says about itself. */
  void publish(ProfileRead profile) throws Broken;

  @Override
  void close();
}
