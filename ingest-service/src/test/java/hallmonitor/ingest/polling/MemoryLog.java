package hallmonitor.ingest.polling;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.contract.event.ProfileRead;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.account.CommentLog;
import hallmonitor.ingest.account.KnownComment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An in-memory comment log that keeps what was committed and can be made to fail. */
public final class MemoryLog implements CommentLog {
  private final List<CommentSeen> comments = new CopyOnWriteArrayList<>();
  private final List<PostSeen> posts = new CopyOnWriteArrayList<>();
  private final List<BlocksSeen> blocks = new CopyOnWriteArrayList<>();
  private final List<ProfileRead> profiles = new CopyOnWriteArrayList<>();
  private final Map<String, KnownComment> known = new HashMap<>();
  private AccountCheckpoint checkpoint = AccountCheckpoint.START;
  private int breakdowns;
  private int opened;

  @Override
  public State open() {
    opened++;
    return new State(checkpoint, Map.copyOf(known));
  }

  @Override
  public void commit(Batch batch) throws Broken {
    if (breakdowns > 0) {
      breakdowns--;
      throw new Broken("The log broke.", null);
    }
    for (Entry entry : batch.entries()) {
      comments.add(entry.comment());
      entry.remember().ifPresent(k -> known.put(entry.comment().comment().id(), k));
    }
    batch.forget().forEach(known::remove);
    posts.addAll(batch.posts());
    checkpoint = batch.checkpoint();
  }

  @Override
  public void publish(BlocksSeen seen) {
    blocks.add(seen);
  }

  /** Returns the published lists of authors that the account blocks. */
  public List<BlocksSeen> blocks() {
    return List.copyOf(blocks);
  }

  @Override
  public void publish(ProfileRead profile) throws Broken {
    if (breakdowns > 0) {
      breakdowns--;
      throw new Broken("The log broke.", null);
    }
    profiles.add(profile);
  }

  public List<ProfileRead> profiles() {
    return List.copyOf(profiles);
  }

  /** Places the live lane, as if everything before it were from before the account was read. */
  void skipLive(String cursor) {
    checkpoint = checkpoint.withLive(cursor);
  }

  public void breakNext(int commits) {
    breakdowns = commits;
  }

  public List<CommentSeen> comments() {
    return List.copyOf(comments);
  }

  /** Returns the published versions of a post. */
  public List<PostSeen> posts(String id) {
    return posts.stream().filter(p -> p.post().equals(id)).toList();
  }

  public List<CommentSeen> comments(String id) {
    return comments.stream().filter(c -> c.comment().id().equals(id)).toList();
  }

  public AccountCheckpoint checkpoint() {
    return checkpoint;
  }

  public Map<String, KnownComment> known() {
    return Map.copyOf(known);
  }

  public int opened() {
    return opened;
  }

  @Override
  public void close() {}
}
