package hallmonitor.moderation.store.search;

import hallmonitor.moderation.casework.search.NearWords;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** All words that stand in the index, to find those that are nearly the same. */
public final class SearchedWords {
  /** So many words that may be gone are looked up with one statement. */
  private static final int AT_ONCE = 20;

  /** So many words that share a rest are compared; more are not read. */
  private static final int MOST_COMPARED = 5_000;

  /** More neighbors than this would say nothing. */
  private static final int MOST_NEAR = 200;

  /** What a larger share of the entries has is frequent. */
  private static final double FREQUENT = 1 / 40.0;

  private SearchedWords() {}

  /** Adds those that are not known; most are, and their rows stay untouched. */
  static void add(Handle t, Collection<String> words) throws SQLException {
    // In one order, so that two instances never wait for each other.
    TreeSet<String> missing =
        new TreeSet<>(
            ColumnArrays.of(words)
                .text(word -> word)
                .query(
                    t.getConnection(),
                    """
                    select n.word from unnest(?) as n(word)
                    where not exists (select from search_word w where w.word = n.word and not w.again)
                    """,
                    row -> row.getString("word")));
    ColumnArrays.of(missing)
        .text(word -> word)
        .text(word -> String.join(" ", NearWords.rests(word)))
        .execute(
            t.getConnection(),
            """
            insert into search_word (word, rests)
            select word, string_to_array(rests, ' ') from unnest(?, ?) as n(word, rests)
            on conflict (word) do update set again = false where search_word.again
            """);
  }

  /**
   * Returns the words that are nearly the same as one, the nearest of many, and the word itself.
   */
  public static Set<String> near(Handle h, String folded) {
    Set<String> near =
        h
            .createQuery(
                "select word from search_word where rests && cast(:rests as text[]) and not again limit :most")
            .bindArray("rests", String.class, NearWords.rests(folded))
            .bind("most", MOST_COMPARED)
            .mapTo(String.class)
            .filter(word -> NearWords.isNear(folded, word))
            .stream()
            .sorted(
                Comparator.comparingInt((String word) -> NearWords.distance(folded, word))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_NEAR)
            .collect(Collectors.toCollection(TreeSet::new));
    near.add(folded);
    return near;
  }

  /**
   * A frequent lexeme.
   *
   * @param share of the entries that have it, from 0 to 1
   */
  public record FrequentLexeme(String lexeme, double share) {}

  /**
   * Returns those beginnings of lexemes that more than a fortieth of the entries have, as
   * PostgreSQL's statistics of the month with the most entries know.
   */
  public static Set<String> frequent(Handle h, Set<String> beginnings) {
    if (beginnings.isEmpty()) {
      return Set.of();
    }
    List<FrequentLexeme> known =
        h.createQuery(
                """
                with fullest as (
                  select c.relname
                  from search_month m join pg_class c on c.oid = to_regclass('search_entry_' || to_char(m.month, 'YYYY_MM'))
                  order by c.reltuples desc limit 1)
                select w.lexeme, w.share
                from fullest join pg_stats s on s.tablename = fullest.relname and s.schemaname = current_schema(),
                  unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as w(lexeme, share)
                where s.attname = 'lexemes' and w.lexeme is not null
                """)
            .map(ConstructorMapper.of(FrequentLexeme.class))
            .list();
    return beginnings.stream()
        .filter(
            beginning ->
                known.stream()
                        .filter(one -> one.lexeme().startsWith(beginning))
                        .mapToDouble(FrequentLexeme::share)
                        .sum()
                    > FREQUENT)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Removes entries of comments, and does not name their words as near ones any more until it is
   * known that others have them.
   *
   * @param t that holds the lock of the index
   */
  public static void removed(Handle t, List<String> accounts, List<String> comments) {
    t.createUpdate(
            """
            with gone as (
              delete from search_entry e
              where (e.account, e.item_id) in (select * from unnest(:accounts, :comments)) and e.kind <> 'post'
              returning e.lexemes)
            update search_word set again = true
            where word in (select unnest(tsvector_to_array(lexemes)) from gone)
            """)
        .bindArray("accounts", String.class, accounts)
        .bindArray("comments", String.class, comments)
        .execute();
  }

  /**
   * A word that may be gone.
   *
   * @param version of its row: what changed while it was looked up is looked up again
   * @param there whether an entry has it
   */
  public record Doubted(String word, String version, boolean there) {}

  /**
   * Forgets some of the words that no entry has any more; returns whether there were any. It looks
   * them up without the lock of the index, because that takes a look into each month.
   *
   * @param t a transaction of its own
   */
  static boolean forget(Handle t) throws SQLException {
    // Without statistics of the one word, PostgreSQL would read whole months.
    t.execute("set local enable_seqscan = off");
    List<Doubted> doubted =
        t.createQuery(
                """
                select w.word, w.xmin::text as version,
                  exists (select from search_entry e where e.lexemes @@ w.word::tsquery) as there
                from (select word, xmin from search_word where again order by word limit :most) w
                """)
            .bind("most", AT_ONCE)
            .map(ConstructorMapper.of(Doubted.class))
            .list();
    ColumnArrays.of(doubted)
        .text(Doubted::word)
        .text(Doubted::version)
        .flag(Doubted::there)
        .execute(
            t.getConnection(),
            """
            with doubted as (select * from unnest(?, ?, ?) as d(word, version, there)),
            kept as (
              update search_word w set again = false from doubted d
              where d.there and w.word = d.word and w.xmin::text = d.version)
            delete from search_word w using doubted d
            where not d.there and w.word = d.word and w.xmin::text = d.version
            """);
    return !doubted.isEmpty();
  }
}
