package hallmonitor.ingest.polling;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.contract.event.ProfileRead;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.account.AccountCheckpoint.Backfill;
import hallmonitor.ingest.account.CommentLog;
import hallmonitor.ingest.account.CommentLog.Batch;
import hallmonitor.ingest.account.CommentLog.Entry;
import hallmonitor.ingest.account.KnownComment;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the lanes of an account share: one memory of comments, one checkpoint, one log. */
final class LaneLog {
  private static final Duration REMEMBER = CommentSource.EDITS.plus(Duration.ofHours(2));
  private static final int FORGET_AT_ONCE = 1_000;
  private static final Duration BETWEEN_FORGETTING = Duration.ofMinutes(1);

  private final PolledAccount account;
  private final CommentSource source;
  private final CommentLog log;
  private final InstantSource clock;
  private final PollListener listener;
  private final Consumer<String> suspect;
  private final CommentMemory memory;
  private AccountCheckpoint checkpoint;
  private Instant nextForgetting = Instant.MIN;

  /**
   * Creates one.
   *
   * @param suspect receives the ids of comments that the platform must be asked for
   */
  LaneLog(
      PolledAccount account,
      CommentSource source,
      CommentLog log,
      InstantSource clock,
      PollListener listener,
      Consumer<String> suspect,
      CommentLog.State committed) {
    this.account = account;
    this.source = source;
    this.log = log;
    this.clock = clock;
    this.listener = listener;
    this.suspect = suspect;
    this.memory = new CommentMemory(committed.known(), CommentMemoryLimit.OF_HEAP);
    this.checkpoint = committed.checkpoint().readSince(clock.instant());
  }

  CommentMemory memory() {
    return memory;
  }

  AccountCheckpoint checkpoint() {
    return checkpoint;
  }

  /** Starts another back-fill; its first page commits it. */
  void startBackfill(LocalDate from) {
    checkpoint = checkpoint.withBackfill(Backfill.start(from));
  }

  /**
   * Builds entries. A comment that appears on several pages of one read counts once for each of its
   * texts; one that was out of sight and appears again is asked for first.
   *
   * @param asked when the read started
   */
  List<Entry> entries(List<Sighting> sightings, Lane lane, Instant asked) {
    SightingChanges changes = changes(asked);
    Map<String, KnownComment> changed = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Sighting seen : sightings) {
      String id = seen.id();
      Optional<KnownComment> known = Optional.ofNullable(changed.get(id)).or(() -> memory.get(id));
      if (changes.reappears(known, seen)) {
        suspect.accept(id);
        continue;
      }
      // The archive takes the later of two texts to be the newer one.
      Optional<Entry> entry =
          (changed.containsKey(id) ? changes.after(entries.size()) : changes)
              .of(known, seen, seen.history() ? Lane.BACKFILL : lane);
      entry.ifPresent(
          news -> {
            entries.add(news);
            changed.put(id, changes.known(known, news.comment()));
          });
    }
    return entries;
  }

  SightingChanges changes(Instant asked) {
    Instant now = clock.instant();
    return new SightingChanges(
        account.platform(),
        account.id(),
        account.names(),
        asked,
        now,
        now.minus(REMEMBER),
        source.tellsVisibility());
  }

  /** Commits comments with the next checkpoint. */
  Lanes.Read commit(List<Entry> entries, AccountCheckpoint next, Instant began, boolean more)
      throws CommentLog.Broken {
    List<String> forget = new ArrayList<>(forget());
    entries.stream()
        .filter(e -> e.comment().kind() == Kind.DELETED)
        .forEach(e -> forget.add(e.comment().comment().id()));
    if (!entries.isEmpty() || !forget.isEmpty() || !next.equals(checkpoint)) {
      Batch batch = new Batch(entries, forget, List.of(), next, began);
      log.commit(batch);
      memory.committed(batch);
      checkpoint = next;
      entries.forEach(entry -> listener.published(entry.comment()));
    }
    int edited = count(entries, Kind.EDITED) + count(entries, Kind.DELETED);
    return new Lanes.Read(count(entries, Kind.CREATED), edited, more);
  }

  /** Commits versions of posts, if there are any. */
  void publish(List<PostSeen> posts, Instant began) throws CommentLog.Broken {
    if (!posts.isEmpty()) {
      log.commit(new Batch(List.of(), List.of(), posts, checkpoint, began));
    }
  }

  /** Publishes who is blocked by the account. */
  void publish(BlocksSeen blocks) throws CommentLog.Broken {
    log.publish(blocks);
  }

  /** Publishes what the account says about itself. */
  void publish(ProfileRead profile) throws CommentLog.Broken {
    log.publish(profile);
  }

  private static int count(List<Entry> entries, Kind kind) {
    return (int) entries.stream().filter(e -> e.comment().kind() == kind).count();
  }

  private List<String> forget() {
    Instant now = clock.instant();
    if (now.isBefore(nextForgetting)) {
      return List.of();
    }
    List<String> ids = memory.toForget(now.minus(REMEMBER), FORGET_AT_ONCE);
    nextForgetting = ids.size() == FORGET_AT_ONCE ? now : now.plus(BETWEEN_FORGETTING);
    return ids;
  }
}
