package hallmonitor.moderation.store.search;

import hallmonitor.moderation.casework.search.WordForms;
import hallmonitor.moderation.store.ColumnArrays;
import hallmonitor.moderation.store.search.DuePosts.Taken;
import hallmonitor.moderation.store.search.DuePosts.Version;
import hallmonitor.moderation.store.search.DueRevisions.Archived;
import hallmonitor.moderation.store.search.DueRevisions.Due;
import hallmonitor.moderation.text.language.Languages;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the index what was archived. Any number of instances may do so at the same time; adding
 * something twice changes nothing.
 */
public final class SearchIndex {
  /** They take about 50 ms, so that a disposal waits no longer than that. */
  private static final int AT_ONCE = 300;

  /** A post may be as long as an article. */
  private static final int POSTS_AT_ONCE = 10;

  /**
   * UTF-16 units of text in one step, about what a few hundred comments have: their words take 40
   * times as much memory, and a disposal waits while they are added.
   */
  private static final int MOST_LETTERS = 300_000;

  /** One for each batch of comments, or for a single decision. */
  private static final int MOST_RANGES = 50;

  /**
   * Id of an advisory lock: adding to the index shares it, and a step of a disposal takes it
   * exclusively. Nothing else waits for it, so the first look never does.
   */
  public static final long LOCK = 0x4841_4C4C_4152_4348L;

  private static final String ROW = "one_row";

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy_MM");

  private final Jdbi database;
  private final Languages languages;
  private final WordForms forms = new WordForms();

  public SearchIndex(Jdbi database, Languages languages) {
    this.database = database;
    this.languages = languages;
  }

  /**
   * How far the index is behind the archive.
   *
   * @param oldest since when the oldest that is missing waits, without the history; absent if
   *     nothing is missing
   * @param history whether something is missing that was archived before there was a search
   * @param waiting how many batches of comments and versions of posts are missing, without the
   *     history
   * @param failed whether something cannot be added; the log names it
   */
  public record Trail(@Nullable Instant oldest, boolean history, long waiting, boolean failed) {
    public static Trail of(Handle h) {
      return h.createQuery(
              """
              select min(since) filter (where not history and not failed) as oldest,
                coalesce(bool_or(history and not failed), false) as history,
                count(*) filter (where not history and not failed) as waiting,
                coalesce(bool_or(failed), false) as failed
              from (
                select since, history, failed from search_due
                union all
                select since, history, failed from search_post_due) due
              """)
          .map(ConstructorMapper.of(Trail.class))
          .one();
    }
  }

  /** Returns the table with the entries of a month. */
  public static String table(YearMonth month) {
    return "search_entry_" + month.format(MONTH);
  }

  /**
   * Adds some of what is due, what is new before the history, and forgets some words that are gone.
   *
   * @return whether there was anything to do
   */
  public synchronized boolean step() throws SQLException {
    boolean worked = add() || database.inTransaction(SearchedWords::forget);
    if (!worked) {
      forms.clear();
    }
    return worked;
  }

  /** Lets {@link #step} add again what could not be added. */
  public void retry() {
    database.useTransaction(
        t -> {
          t.execute("update search_due set failed = false where failed");
          t.execute("update search_post_due set failed = false where failed");
        });
  }

  private boolean add() throws SQLException {
    try {
      return database.inTransaction(t -> add(t, false));
    } catch (SQLException | RuntimeException e) {
      if (!RowFault.isOne(e)) {
        throw e;
      }
      return database.inTransaction(t -> add(t, true));
    }
  }

  /**
   * Adds a batch.
   *
   * @param singly whether row by row, leaving out those that are at fault themselves
   */
  private boolean add(Handle t, boolean singly) throws SQLException {
    // What was read is written before anyone disposes of it.
    t.execute("select pg_advisory_xact_lock_shared(?)", LOCK);
    return revisions(t, false, singly)
        || posts(t, false, singly)
        || revisions(t, true, singly)
        || posts(t, true, singly);
  }

  private boolean revisions(Handle t, boolean history, boolean singly) throws SQLException {
    DueRevisions revisions = new DueRevisions(t, forms, languages);
    List<Archived> found = new ArrayList<>();
    Optional<Due> due = revisions.next(history);
    boolean any = due.isPresent();
    int letters = 0;
    for (int ranges = 1; due.isPresent() && ranges <= MOST_RANGES; ranges++) {
      List<Archived> some = upTo(MOST_LETTERS - letters, revisions.of(due.get(), AT_ONCE));
      letters += some.stream().mapToInt(Archived::letters).sum();
      some.stream().filter(r -> !r.disposed()).forEach(found::add);
      revisions.done(due.get(), some.stream().reduce((a, b) -> b).map(Archived::judgedAt));
      boolean full = found.size() >= AT_ONCE || letters >= MOST_LETTERS || ranges == MOST_RANGES;
      due = full ? Optional.empty() : revisions.next(history);
    }
    if (singly) {
      singly(t, found, revisions::entry, revisions::fail);
    } else {
      put(t, found.stream().map(revisions::entry).toList());
    }
    return any;
  }

  /**
   * Returns the first ones with so many letters; of those of one moment all or none, at least one.
   */
  static List<Archived> upTo(int most, List<Archived> all) {
    int letters = 0;
    for (int i = 0; i < all.size(); i++) {
      boolean ofNextMoment = i > 0 && !all.get(i).judgedAt().equals(all.get(i - 1).judgedAt());
      if (ofNextMoment && letters >= most) {
        return all.subList(0, i);
      }
      letters += all.get(i).letters();
    }
    return all;
  }

  private boolean posts(Handle t, boolean history, boolean singly) throws SQLException {
    DuePosts posts = new DuePosts(t, forms, languages);
    List<Taken> taken = posts.take(history, POSTS_AT_ONCE);
    List<Version> found = posts.versions(taken);
    if (singly) {
      singly(t, found, posts::entry, posts::fail);
    } else {
      put(t, found.stream().map(posts::entry).toList());
    }
    return !taken.isEmpty();
  }

  private static <R> void singly(
      Handle t, List<R> found, Function<R, SearchEntry> entry, BiConsumer<R, Exception> fail)
      throws SQLException {
    for (R row : found) {
      t.savepoint(ROW);
      try {
        put(t, List.of(entry.apply(row)));
        t.releaseSavepoint(ROW);
      } catch (SQLException | RuntimeException e) {
        if (!RowFault.isOne(e)) {
          throw e;
        }
        t.rollbackToSavepoint(ROW);
        fail.accept(row, e);
      }
    }
  }

  private static void put(Handle t, List<SearchEntry> found) throws SQLException {
    record Key(Instant at, String account, String itemId, String kind, String revision) {}
    Map<Key, SearchEntry> entries = new LinkedHashMap<>();
    found.forEach(
        e -> entries.put(new Key(e.at(), e.account(), e.itemId(), e.kind(), e.revision()), e));
    if (entries.isEmpty()) {
      return;
    }
    months(t, entries.values());
    ColumnArrays.of(entries.values())
        .time(SearchEntry::at)
        .text(SearchEntry::account)
        .text(SearchEntry::itemId)
        .text(SearchEntry::kind)
        .text(SearchEntry::revision)
        .text(e -> e.words().lexemes())
        .execute(
            t.getConnection(),
            """
            insert into search_entry as old (at, account, item_id, kind, revision, lexemes)
            select at, account, item_id, kind, revision, lexemes::tsvector
            from unnest(?, ?, ?, ?, ?, ?) as n(at, account, item_id, kind, revision, lexemes)
            on conflict (account, item_id, kind, revision, at) do update set lexemes = excluded.lexemes
            where old.lexemes <> excluded.lexemes
            """);
    Set<String> words = new HashSet<>();
    entries.values().forEach(e -> words.addAll(e.words().near()));
    SearchedWords.add(t, words);
  }

  /** Makes the partitions of months that have none. */
  private static void months(Handle t, Collection<SearchEntry> entries) {
    Set<YearMonth> missing = new HashSet<>();
    entries.forEach(e -> missing.add(e.month()));
    Set<YearMonth> there = new HashSet<>(all(t));
    missing.removeAll(there);
    if (missing.isEmpty()) {
      return;
    }
    t.execute("select pg_advisory_xact_lock(hashtext('search_month'))");
    missing.removeAll(new HashSet<>(all(t)));
    for (YearMonth month : missing) {
      // Attaching waits for no reader of the other months, such as a backup that takes hours.
      t.execute(
          "create table %s (like search_entry including defaults including constraints)"
              .formatted(table(month)));
      t.execute(
          "alter table search_entry attach partition %s for values from ('%s-01 00:00:00Z') to ('%s-01 00:00:00Z')"
              .formatted(table(month), month, month.plusMonths(1)));
      t.execute("insert into search_month (month) values (?)", month.atDay(1));
    }
  }

  /** Returns the months that have entries, the newest first. */
  public static List<YearMonth> all(Handle h) {
    return h.createQuery("select month from search_month order by month desc")
        .mapTo(LocalDate.class)
        .map(YearMonth::from)
        .list();
  }

  /** Returns the beginning of a month. */
  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
