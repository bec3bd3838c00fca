package hallmonitor.ingest.polling;

import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.account.AccountCheckpoint.Backfill;
import hallmonitor.ingest.account.CommentLog;
import hallmonitor.ingest.account.CommentLog.Batch;
import hallmonitor.ingest.account.CommentLog.Entry;
import hallmonitor.ingest.account.KnownComment;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The three lanes of an account with one memory and one checkpoint. Each call reads a little and
 * commits it.
 */
final class Lanes {
  private static final System.Logger LOG = System.getLogger(Lanes.class.getName());
  private static final Duration REMEMBER = CommentSource.EDITS.plus(Duration.ofHours(2));
  private static final int PAGES_AT_ONCE = 10;
  private static final int LOOKS_AT_ONCE = 10;
  private static final int FORGET_AT_ONCE = 1_000;
  private static final Duration BETWEEN_FORGETTING = Duration.ofMinutes(1);

  /**
   * The result of a turn.
   *
   * @param created new comments
   * @param edited edited or deleted comments
   * @param more whether the lane has another page to read now
   */
  record Read(int created, int edited, boolean more) {
    static final Read NOTHING = new Read(0, 0, false);
  }

  private final PolledAccount account;
  private final CommentSource source;
  private final CommentLog log;
  private final InstantSource clock;
  private final PollListener listener;
  private final CommentMemory memory;
  private final SweepPlan sweeps;
  private final OlderSweeps older;
  private final PostLane posts;
  private AccountCheckpoint checkpoint;
  private Instant nextForgetting = Instant.MIN;
  private Optional<LocalDate> backfillFrom = Optional.empty();
  private boolean backfillStopped;
  private boolean looked;

  Lanes(
      PolledAccount account,
      CommentSource source,
      CommentLog log,
      InstantSource clock,
      PollListener listener,
      CommentLog.State committed) {
    this.account = account;
    this.source = source;
    this.log = log;
    this.clock = clock;
    this.listener = listener;
    this.memory = new CommentMemory(committed.known());
    this.sweeps = new SweepPlan(clock.instant(), account.idle());
    this.older = new OlderSweeps(clock.instant());
    this.posts = new PostLane(account, clock.instant());
    this.checkpoint = committed.checkpoint().readSince(clock.instant());
  }

  /** Applies requests about the history. A different day starts another back-fill. */
  void follow(ReadingWish wish) {
    backfillFrom = wish.backfillFrom().or(account::backfillFrom);
    backfillStopped = wish.backfillStopped();
    backfillFrom
        .filter(from -> checkpoint.backfill().map(b -> !b.from().equals(from)).orElse(true))
        .ifPresent(from -> checkpoint = checkpoint.withBackfill(Backfill.start(from)));
  }

  Optional<Backfill> backfill() {
    return backfillFrom.flatMap(from -> checkpoint.backfill());
  }

  /** Reads new comments; several pages in one transaction while there are more. */
  Read live() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    List<Sighting> sightings = new ArrayList<>();
    String cursor = checkpoint.live();
    boolean more = true;
    for (int pages = 0; more && pages < PAGES_AT_ONCE; pages++) {
      try {
        CommentPage page = read(cursor);
        sightings.addAll(page.sightings());
        cursor = page.next();
        more = page.more();
      } catch (PlatformException e) {
        if (pages == 0) {
          throw e;
        }
        break; // commits the pages so far; the next turn meets the fault again if it persists
      }
    }
    return commit(entries(sightings, Lane.LIVE), checkpoint.withLive(cursor), began, more);
  }

  Instant reconcileDue(Instant now) {
    return reach(now).isZero() ? Instant.MAX : sweeps.due(now);
  }

  /** Returns how long after they were written comments are read again now. */
  private Duration reach(Instant now) {
    Duration allowed = source.rereads();
    Duration known =
        memory.forgotUntil().map(until -> Duration.between(until, now)).orElse(allowed);
    return known.compareTo(allowed) < 0 ? known : allowed;
  }

  EditSearch edits() {
    return new EditSearch(reach(clock.instant()), older.oldestSwept());
  }

  /**
   * Looks up some comments that an earlier sweep missed, and reads one page of a sweep, in turn:
   * when a post with thousands of comments is gone, newer ones are still read again.
   */
  Read reconcile() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    boolean suspects = sweeps.suspect().isPresent();
    if (suspects && !looked) {
      looked = true;
      return commit(lookForSuspects(), checkpoint, began, true);
    }
    looked = false;
    Optional<Sweep> due = sweeps.next(began, memory);
    if (due.isEmpty()) {
      return suspects ? commit(lookForSuspects(), checkpoint, began, true) : Read.NOTHING;
    }
    older.newerRead();
    Read read = again(due.get(), began, seen -> true);
    if (!read.more()) {
      sweeps.finished(due.get(), clock.instant());
    }
    return read;
  }

  Instant olderDue() {
    return older.due(reach(clock.instant()));
  }

  /** Returns whether older comments have their turn although newer ones are due. */
  boolean olderTurn() {
    return older.haveTurn();
  }

  /**
   * Reads one page of a sweep of older comments. What is unknown there was written before the
   * account was first read, and nobody asked for its history; unless the platform shows it late.
   */
  Read reconcileOlder() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    Optional<Sweep> due = older.next(began, reach(began), memory);
    if (due.isEmpty()) {
      return Read.NOTHING;
    }
    Instant since = checkpoint.since().orElse(began).minus(SweepPlan.WINDOW);
    Instant wanted = memory.forgotUntil().filter(since::isBefore).orElse(since);
    Read read =
        again(
            due.get(),
            began,
            seen ->
                memory.get(seen.id()).isPresent()
                    || seen.claimedAt().filter(wanted::isBefore).isPresent());
    if (!read.more()) {
      due.get().missing().forEach(sweeps::suspect);
      older.finished(clock.instant(), reach(began));
    }
    return read;
  }

  private Read again(Sweep sweep, Instant began, Predicate<Sighting> wanted)
      throws PlatformException, CommentLog.Broken {
    CommentPage page = source.reconcile(sweep.span(), sweep.cursor());
    listener.read(account.id(), Lane.RECONCILE, Duration.between(began, clock.instant()));
    sweep.read(page);
    List<Sighting> seen = page.sightings().stream().filter(wanted).toList();
    return commit(entries(seen, Lane.RECONCILE), checkpoint, began, page.more());
  }

  private List<Entry> lookForSuspects() throws PlatformException {
    List<Entry> entries = new ArrayList<>();
    for (int looks = 0; looks < LOOKS_AT_ONCE && sweeps.suspect().isPresent(); looks++) {
      String id = sweeps.suspect().get();
      Optional<KnownComment> known = memory.get(id);
      if (known.isPresent()) {
        try {
          source
              .look(id)
              .map(seen -> changes().of(known, seen, Lane.RECONCILE))
              .orElseGet(() -> Optional.of(changes().deleted(id, known.get())))
              .ifPresent(entries::add);
        } catch (PlatformException e) {
          if (entries.isEmpty()) {
            throw e;
          }
          break;
        }
      }
      sweeps.settled();
    }
    return entries;
  }

  Instant postsDue() {
    return source.posts().isPresent() ? posts.due() : Instant.MAX;
  }

  /** Reads a page of the account's own posts. */
  Read readPosts() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    try {
      List<PostSeen> news = posts.read(source.posts().orElseThrow(), began);
      if (!news.isEmpty()) {
        log.commit(new Batch(List.of(), List.of(), news, checkpoint, began));
      }
      posts.published(news, clock.instant());
    } catch (PlatformException e) {
      if (!(e.fault() instanceof Fault.Rejected || e.fault() instanceof Fault.Gone)) {
        throw e;
      }
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} does not list its posts: {1}",
          account.id(),
          e.fault().sentence());
      posts.refused(clock.instant());
    }
    return Read.NOTHING;
  }

  boolean backfillDue() {
    return !backfillStopped && backfill().map(b -> !b.finished()).orElse(false);
  }

  /** Reads one page of the history. */
  Read backfillPage() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    Backfill before = checkpoint.backfill().orElseThrow();
    Instant notBefore = before.from().atStartOfDay(account.zone()).toInstant();
    CommentPage page = source.backfill(notBefore, before.cursor());
    listener.read(account.id(), Lane.BACKFILL, Duration.between(began, clock.instant()));
    Backfill after =
        new Backfill(
            before.from(),
            page.next(),
            before.done() + page.sightings().size(),
            page.progress().flatMap(CommentPage.Progress::total).or(before::total),
            page.progress().flatMap(CommentPage.Progress::reachedBack).or(before::reachedBack),
            !page.more());
    return commit(
        entries(page.sightings(), Lane.BACKFILL),
        checkpoint.withBackfill(after),
        began,
        page.more());
  }

  private CommentPage read(String cursor) throws PlatformException {
    Instant asked = clock.instant();
    CommentPage page = source.poll(cursor);
    listener.read(account.id(), Lane.LIVE, Duration.between(asked, clock.instant()));
    return page;
  }

  /**
   * Builds entries. A comment that appears on several pages of one read counts once; one that was
   * out of sight and appears again is asked for first.
   */
  private List<Entry> entries(List<Sighting> sightings, Lane lane) {
    SightingChanges changes = changes();
    Set<String> ids = new HashSet<>();
    List<Entry> entries = new ArrayList<>();
    for (Sighting seen : sightings) {
      if (!ids.add(seen.id())) {
        continue;
      }
      Optional<KnownComment> known = memory.get(seen.id());
      if (changes.reappears(known, seen)) {
        sweeps.suspect(seen.id());
      } else {
        changes.of(known, seen, lane).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private SightingChanges changes() {
    Instant now = clock.instant();
    return new SightingChanges(
        account.platform(),
        account.id(),
        account.names(),
        now,
        now.minus(REMEMBER),
        source.tellsVisibility());
  }

  private Read commit(List<Entry> entries, AccountCheckpoint next, Instant began, boolean more)
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
    return new Read(count(entries, Kind.CREATED), edited, more);
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
