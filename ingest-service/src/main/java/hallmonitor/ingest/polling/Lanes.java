package hallmonitor.ingest.polling;

import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.account.AccountCheckpoint.Backfill;
import hallmonitor.ingest.account.CommentLog;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lanes of an account. Each call reads a little and commits it. */
final class Lanes {
  private static final int PAGES_AT_ONCE = 10;
  private static final int LOOKS_AT_ONCE = 10;

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
  private final InstantSource clock;
  private final PollListener listener;
  private final LaneLog log;
  private final SweepPlan sweeps;
  private final OlderSweeps older;
  private final ListLanes lists;
  private Optional<LocalDate> backfillFrom = Optional.empty();
  private boolean backfillStopped;
  private boolean looked;

  Lanes(
      PolledAccount account,
      CommentSource source,
      CommentLog log,
      InstantSource clock,
      PollListener listener,
      ProfilePictures pictures,
      CommentLog.State committed) {
    this.account = account;
    this.source = source;
    this.clock = clock;
    this.listener = listener;
    this.sweeps = new SweepPlan(clock.instant(), account.idle());
    this.older = new OlderSweeps(clock.instant());
    this.log = new LaneLog(account, source, log, clock, listener, sweeps::suspect, committed);
    this.lists = new ListLanes(account, source, this.log, clock, pictures);
  }

  private AccountCheckpoint at() {
    return log.checkpoint();
  }

  /** Applies requests about the history. A different day starts another back-fill. */
  void follow(ReadingRequest wish) {
    backfillFrom = wish.backfillFrom().or(account::backfillFrom);
    backfillStopped = wish.backfillStopped();
    backfillFrom
        .filter(from -> at().backfill().map(b -> !b.from().equals(from)).orElse(true))
        .ifPresent(log::startBackfill);
  }

  Optional<Backfill> backfill() {
    return backfillFrom.flatMap(from -> at().backfill());
  }

  /** Reads new comments; several pages in one transaction while there are more. */
  Read live() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    List<Sighting> sightings = new ArrayList<>();
    String cursor = at().live();
    boolean more = true;
    for (int pages = 0; more && pages < PAGES_AT_ONCE; pages++) {
      try {
        CommentPage page = read(cursor);
        sightings.addAll(page.sightings());
        page.gone().forEach(sweeps::suspect);
        cursor = page.next();
        more = page.more();
      } catch (PlatformException e) {
        if (pages == 0) {
          throw e;
        }
        break; // commits the pages so far; the next turn meets the fault again if it persists
      }
    }
    return log.commit(log.entries(sightings, Lane.LIVE, began), at().withLive(cursor), began, more);
  }

  Instant reconcileDue(Instant now) {
    return reach(now).isZero() ? Instant.MAX : sweeps.due(now);
  }

  /** Returns the current time for which comments are re-read after they were written. */
  private Duration reach(Instant now) {
    Duration allowed = source.rereads();
    Duration known =
        log.memory().forgotUntil().map(until -> Duration.between(until, now)).orElse(allowed);
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
      return log.commit(lookForSuspects(), at(), began, true);
    }
    looked = false;
    Optional<Sweep> due = sweeps.next(began, log.memory());
    if (due.isEmpty()) {
      return suspects ? log.commit(lookForSuspects(), at(), began, true) : Read.NOTHING;
    }
    older.newerRead();
    Read read = again(due.get(), began, seen -> true);
    if (!read.more()) {
      sweeps.finished(due.get(), clock.instant());
    }
    return read;
  }

  /** Requests a lookup of a comment that has been in no list for hours. */
  void acted(String comment) {
    Instant now = clock.instant();
    Instant newer = now.minus(SweepPlan.WINDOW);
    if (source.tellsVisibility() && !reach(now).isZero()) {
      log.memory()
          .get(comment)
          .filter(known -> known.claimedAt().isBefore(newer))
          .ifPresent(known -> sweeps.suspect(comment));
    }
  }

  Instant olderDue() {
    return older.due(reach(clock.instant()));
  }

  /** Returns whether it is the older comments' turn even though newer ones are due. */
  boolean olderTurn() {
    return older.haveTurn();
  }

  /**
   * Reads one page of a sweep of older comments. Unknown comments there were written before the
   * account was first read, without a request for its history, unless the platform shows them late.
   */
  Read reconcileOlder() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    Optional<Sweep> due = older.next(began, reach(began), log.memory());
    if (due.isEmpty()) {
      return Read.NOTHING;
    }
    Instant since = at().since().orElse(began).minus(SweepPlan.WINDOW);
    Instant wanted = log.memory().forgotUntil().filter(since::isBefore).orElse(since);
    Read read;
    try {
      read =
          again(
              due.get(),
              began,
              seen ->
                  log.memory().get(seen.id()).isPresent()
                      || seen.claimedAt().filter(wanted::isBefore).isPresent());
    } catch (PlatformException e) {
      older.failed(clock.instant(), isRefusal(e));
      throw e;
    }
    if (!read.more()) {
      due.get().missing().forEach(sweeps::suspect);
      older.finished(clock.instant(), reach(began));
    }
    return read;
  }

  static boolean isRefusal(PlatformException e) {
    return e.fault() instanceof Fault.Rejected || e.fault() instanceof Fault.Gone;
  }

  private Read again(Sweep sweep, Instant began, Predicate<Sighting> wanted)
      throws PlatformException, CommentLog.Broken {
    CommentPage page = source.reconcile(sweep.span(), sweep.cursor());
    listener.read(account.id(), Lane.RECONCILE, Duration.between(began, clock.instant()));
    sweep.read(page);
    List<Sighting> seen = page.sightings().stream().filter(wanted).toList();
    return log.commit(log.entries(seen, Lane.RECONCILE, began), at(), began, page.more());
  }

  private List<Entry> lookForSuspects() throws PlatformException {
    List<Entry> entries = new ArrayList<>();
    for (int looks = 0; looks < LOOKS_AT_ONCE && sweeps.suspect().isPresent(); looks++) {
      String id = sweeps.suspect().get();
      Optional<KnownComment> known = log.memory().get(id);
      if (known.isPresent()) {
        Instant asked = clock.instant();
        try {
          source
              .look(id)
              .map(seen -> log.changes(asked).of(known, seen, Lane.RECONCILE))
              .orElseGet(() -> Optional.of(log.changes(asked).deleted(id, known.get())))
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

  Instant listsDue() {
    return lists.due();
  }

  /** Reads a page of the account's own posts, or of who is blocked. */
  Read readList() throws PlatformException, CommentLog.Broken {
    lists.read();
    return Read.NOTHING;
  }

  boolean backfillDue() {
    return !backfillStopped && backfill().map(b -> !b.finished()).orElse(false);
  }

  /** Reads one page of the history. */
  Read backfillPage() throws PlatformException, CommentLog.Broken {
    Instant began = clock.instant();
    Backfill before = at().backfill().orElseThrow();
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
    return log.commit(
        log.entries(page.sightings(), Lane.BACKFILL, began),
        at().withBackfill(after),
        began,
        page.more());
  }

  private CommentPage read(String cursor) throws PlatformException {
    Instant asked = clock.instant();
    CommentPage page = source.poll(cursor);
    listener.read(account.id(), Lane.LIVE, Duration.between(asked, clock.instant()));
    return page;
  }
}
