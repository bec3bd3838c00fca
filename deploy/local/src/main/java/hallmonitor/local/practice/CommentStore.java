package hallmonitor.local.practice;

import hallmonitor.local.practice.CommentQuery.Found;
import hallmonitor.standin.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All comments, in memory and in the {@link Journal}. Ids count up and times never run backwards,
 * so a list by time is a list by id, and a time bound is found by binary search. Thread-safe.
 */
public final class CommentStore implements AutoCloseable {
  /** About 250 bytes each: the limit of the launcher's small heap beside the broker. */
  public static final int MOST = 250_000;

  private final SiteTime time;
  private final Clock clock;
  private final Journal<CommentLine> journal;
  private final List<PracticeComment> byId =
      new ArrayList<>(); // index id - 1; null after permanent deletion
  private final Timeline written = new Timeline(); // index id - 1; includes deleted ones
  private final TextBloomFilter saidBefore = new TextBloomFilter();
  private final PostChanges changes = new PostChanges();

  private CommentStore(Path file, SiteTime time, Clock clock) throws IOException {
    this.time = time;
    this.clock = clock;
    int[] lines = {0};
    this.journal =
        Journal.open(
            file,
            CommentLine.class,
            line -> {
              lines[0]++;
              replay(line);
            });
    byId.stream().filter(Objects::nonNull).forEach(changes::counted);
    if (journal.wasDamaged() || lines[0] > byId.size() + 1) {
      var live = byId.stream().filter(Objects::nonNull).map(CommentLine::put);
      journal.rewrite(Stream.concat(live, Stream.of(CommentLine.next(byId.size() + 1))));
    }
  }

  static CommentStore open(Path file, SiteTime time, Clock clock) throws IOException {
    return new CommentStore(file, time, clock);
  }

  private void replay(CommentLine line) {
    switch (line.op()) {
      case "put" -> {
        if (line.id() <= byId.size() || Post.byId(line.post()).isEmpty()) {
          throw new IllegalArgumentException("comment " + line.id() + " cannot be here");
        }
        growTo(line.id() - 1);
        keep(
            new PracticeComment(
                line.id(),
                line.post(),
                line.parent(),
                orEmpty(line.name()),
                orEmpty(line.email()),
                orEmpty(line.agent()),
                line.time(),
                orEmpty(line.raw()),
                CommentStatus.ofWire(orEmpty(line.status())).orElseThrow(),
                line.owner(),
                line.user()));
      }
      case "status" ->
          byId.set(
              line.id() - 1,
              at(line.id()).withStatus(CommentStatus.ofWire(orEmpty(line.status())).orElseThrow()));
      case "edit" -> byId.set(line.id() - 1, at(line.id()).withRaw(orEmpty(line.raw())));
      case "delete" -> byId.set(line.id() - 1, null);
      case "next" -> growTo(line.id() - 1);
      default -> throw new IllegalArgumentException("unknown op " + line.op());
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.length() < 64 ? text.intern() : text;
  }

  /** Keeps the ids of comments that were deleted before the journal was compacted in use. */
  private void growTo(int size) {
    while (byId.size() < size) {
      written.add(written.last());
      byId.add(null);
    }
  }

  private void keep(PracticeComment comment) {
    written.add(comment.epochSecond());
    byId.add(comment);
    saidBefore.add(comment);
  }

  private PracticeComment at(int id) {
    return Objects.requireNonNull(byId.get(id - 1), "deleted");
  }

  /** Returns the changes of each post. */
  public PostChanges changes() {
    return changes;
  }

  /** Returns the id of the next comment. */
  public synchronized int nextId() {
    return byId.size() + 1;
  }

  public synchronized Optional<PracticeComment> get(int id) {
    return id < 1 || id > byId.size() ? Optional.empty() : Optional.ofNullable(byId.get(id - 1));
  }

  /**
   * Stores a new, public comment.
   *
   * @throws IOException if the page or the disk is full; nothing is stored then
   */
  public synchronized PracticeComment create(PracticeComment.Draft draft) throws IOException {
    if (byId.size() >= MOST) {
      throw new IOException(
          "The practice page is full: stop Hall Monitor and delete its practice folder to start"
              + " over.");
    }
    long second = Math.max(clock.instant().getEpochSecond(), written.last());
    var comment =
        new PracticeComment(
            byId.size() + 1,
            draft.post(),
            draft.parent(),
            draft.name(),
            draft.email(),
            draft.agent(),
            second,
            draft.raw(),
            CommentStatus.APPROVED,
            draft.owner(),
            draft.user());
    journal.append(CommentLine.put(comment).at(clock.millis()));
    keep(comment);
    changes.created(comment);
    return comment;
  }

  /**
   * Returns whether the same author already wrote the same text in the same place, by WordPress's
   * rule.
   */
  public synchronized boolean isDuplicate(PracticeComment.Draft draft) {
    return saidBefore.perhaps(draft)
        && byId.stream()
            .anyMatch(
                c ->
                    c != null
                        && c.status() != CommentStatus.TRASH
                        && c.post() == draft.post()
                        && c.parent() == draft.parent()
                        && c.name().equals(draft.name())
                        && c.raw().equals(draft.raw()));
  }

  /**
   * Sets a status; empty if there is no such comment. Setting the current status changes nothing.
   */
  public synchronized Optional<PracticeComment> setStatus(int id, CommentStatus status)
      throws IOException {
    Optional<PracticeComment> before = get(id);
    if (before.isEmpty() || before.get().status() == status) {
      return before;
    }
    journal.append(CommentLine.status(id, status).at(clock.millis()));
    PracticeComment after = before.get().withStatus(status);
    byId.set(id - 1, after);
    changes.moved(before.get(), after);
    return Optional.of(after);
  }

  /** Edits a comment; empty if there is no such comment. */
  public synchronized Optional<PracticeComment> edit(int id, String raw) throws IOException {
    Optional<PracticeComment> before = get(id);
    if (before.isEmpty() || before.get().raw().equals(raw)) {
      return before;
    }
    journal.append(CommentLine.edit(id, raw).at(clock.millis()));
    PracticeComment after = before.get().withRaw(raw);
    byId.set(id - 1, after);
    saidBefore.add(after);
    changes.edited(after);
    return Optional.of(after);
  }

  /** Deletes permanently and returns the deleted comment. The id is not reused. */
  public synchronized Optional<PracticeComment> delete(int id) throws IOException {
    Optional<PracticeComment> gone = get(id);
    if (gone.isPresent()) {
      journal.append(CommentLine.delete(id).at(clock.millis()));
      byId.set(id - 1, null);
      changes.deleted(gone.get());
    }
    return gone;
  }

  /** Tells browsers that there is news about a comment, if there is such a comment. */
  void newsOf(int id) {
    get(id).ifPresent(changes::edited);
  }

  /** Returns one page of a list and the number of all matches. */
  synchronized Found find(CommentQuery query) {
    int from =
        query.after() == Long.MIN_VALUE ? 0 : written.indexFrom(time.earliest(query.after()));
    int to =
        query.before() == Long.MAX_VALUE
            ? byId.size()
            : written.indexFrom(time.latest(query.before()) + 1);
    if (query.order() != CommentQuery.Order.ID) {
      return sorted(query, from, to);
    }
    List<PracticeComment> page = new ArrayList<>(Math.min(query.limit(), 100));
    int total = 0;
    for (int n = from; n < to; n++) {
      int index = query.descending() ? to - 1 - (n - from) : n;
      if (hits(query, index) && total++ >= query.offset() && page.size() < query.limit()) {
        page.add(byId.get(index));
      }
    }
    return new Found(total, page);
  }

  private Found sorted(CommentQuery query, int from, int to) {
    List<PracticeComment> all = new ArrayList<>();
    for (int index = from; index < to; index++) {
      if (hits(query, index)) {
        all.add(byId.get(index));
      }
    }
    all.sort(query.comparator());
    int first = Math.min(query.offset(), all.size());
    return new Found(
        all.size(), List.copyOf(all.subList(first, Math.min(first + query.limit(), all.size()))));
  }

  private boolean hits(CommentQuery query, int index) {
    PracticeComment comment = byId.get(index);
    if (comment == null || !query.matches(comment)) {
      return false;
    }
    if (query.after() == Long.MIN_VALUE && query.before() == Long.MAX_VALUE) {
      return true;
    }
    long local = time.local(comment.epochSecond());
    return local > query.after() && local < query.before();
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }
}
