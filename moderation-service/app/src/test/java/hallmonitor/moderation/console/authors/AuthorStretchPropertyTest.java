package hallmonitor.moderation.console.authors;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.author.AuthorFigures;
import hallmonitor.moderation.casework.author.AuthorFigures.UsedName;
import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.comments.PlaceInList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.jdbi.v3.core.Handle;

/**
 * For any history of an author, the page counts and lists exactly what a recount of the rows that
 * the viewer sees has, however long the stretches are in which it reads.
 */
class AuthorStretchPropertyTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
  private static final String NONE = "none";

  /** Accounts of two schools; the third is the district's. */
  private static final List<String> ACCOUNTS = List.of("maple", "birch", "district");

  private static final Map<String, Sight> SIGHTS =
      new TreeMap<>(
          Map.of(
              "all", new Sight(Scope.EVERYWHERE, ACCOUNTS),
              "school", new Sight(Scope.within(List.of("maple-high")), List.of("maple")),
              "account", new Sight(Scope.ofAccounts(List.of("birch")), List.of("birch"))));

  /** A comment, and where its case is: a case can be another school's than its account. */
  private record Wrote(
      int second,
      String account,
      String name,
      boolean reply,
      String visibility,
      String state,
      String building,
      boolean theirs) {
    boolean isSeenBy(String sight) {
      return switch (sight) {
        case "all" -> true;
        case "account" -> account.equals("birch");
        default -> state.equals(NONE) ? account.equals("maple") : building.equals("maple-high");
      };
    }

    Instant at() {
      return START.plusSeconds(second);
    }
  }

  private record Row(String id, Wrote wrote) {}

  @Provide
  Arbitrary<List<Wrote>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.of(ACCOUNTS),
            Arbitraries.of("Dana Reyes", "dana", "‮<b>Dana</b>", ""),
            Arbitraries.of(true, false),
            Arbitraries.of("visible", "hidden", "deleted", "elsewhere"),
            Arbitraries.of(NONE, NONE, "open", "confirmed", "restored", "hidden", "dismissed"),
            Arbitraries.of("maple-high", "birch-elementary"),
            Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)))
        .as(Wrote::new)
        .list()
        .ofMaxSize(30);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whatIsCountedAndListedIsWhatIsThere(
      @ForAll("histories") List<Wrote> history, @ForAll boolean together) {
    String key = "id:" + UUID.randomUUID();
    List<Row> rows = archive(history, key);
    List<AuthorKey> keys =
        ACCOUNTS.stream()
            .limit(together ? ACCOUNTS.size() : 1)
            .map(account -> new AuthorKey(account, key))
            .toList();
    SIGHTS.forEach(
        (name, sight) -> {
          List<Row> seen =
              rows.stream()
                  .filter(r -> r.wrote().theirs() && !r.wrote().visibility().equals("elsewhere"))
                  .filter(r -> keys.contains(new AuthorKey(r.wrote().account(), key)))
                  .filter(r -> r.wrote().isSeenBy(name))
                  .sorted(
                      Comparator.comparing((Row r) -> r.wrote().at())
                          .reversed()
                          .thenComparing(r -> r.wrote().account())
                          .thenComparing(Row::id))
                  .toList();
          DATABASE
              .jdbi()
              .useHandle(
                  h -> {
                    compare(figures(h, keys, sight), seen);
                    assertThat(AuthorQueries.seen(h, keys, sight))
                        .containsExactlyInAnyOrderElementsOf(
                            seen.stream()
                                .map(r -> new AuthorKey(r.wrote().account(), key))
                                .distinct()
                                .toList());
                    for (String show : List.of("", "reply", "hidden", "no-case", "case-open")) {
                      assertThat(walked(h, keys, show, sight))
                          .as("%s for %s", show, name)
                          .isEqualTo(ids(seen, shown(show)));
                    }
                  });
        });
  }

  private static AuthorFigures figures(Handle h, List<AuthorKey> keys, Sight sight) {
    return AuthorQueries.figures(
        h, AuthorStretch.of(h, keys, Optional.empty(), AuthorStretch.MOST), sight);
  }

  private static void compare(AuthorFigures found, List<Row> seen) {
    assertThat(found.written()).isEqualTo(seen.size());
    assertThat(found.byKind()).isEqualTo(counted(seen, w -> w.reply() ? "reply" : "comment"));
    assertThat(found.byVisibility()).isEqualTo(counted(seen, Wrote::visibility));
    assertThat(found.byCase()).isEqualTo(counted(seen, AuthorStretchPropertyTest::ofCase));
    assertThat(found.cases())
        .hasSize((int) seen.stream().filter(r -> !r.wrote().state().equals(NONE)).count());
    assertThat(found.first())
        .isEqualTo(seen.stream().map(r -> r.wrote().at()).min(Instant::compareTo));
    assertThat(found.last())
        .isEqualTo(seen.stream().map(r -> r.wrote().at()).max(Instant::compareTo));
    for (UsedName name : found.names()) {
      List<Instant> times =
          seen.stream()
              .map(Row::wrote)
              .filter(w -> w.name().equals(name.name()))
              .map(Wrote::at)
              .sorted()
              .toList();
      assertThat(name)
          .isEqualTo(
              new UsedName(name.name(), times.size(), times.get(0), times.get(times.size() - 1)));
    }
    assertThat(found.names())
        .hasSize(
            (int)
                seen.stream()
                    .map(r -> r.wrote().name())
                    .filter(n -> !n.isEmpty())
                    .distinct()
                    .count());
  }

  private static Map<String, Long> counted(List<Row> rows, Function<Wrote, String> code) {
    Map<String, Long> numbers = new TreeMap<>();
    rows.forEach(r -> numbers.merge(code.apply(r.wrote()), 1L, Long::sum));
    return numbers;
  }

  private static String ofCase(Wrote wrote) {
    return wrote.state().equals(NONE) ? AuthorFigures.NO_CASE : AuthorFigures.CASE + wrote.state();
  }

  private static Predicate<Wrote> shown(String show) {
    return wrote ->
        show.isEmpty()
            || show.equals(wrote.visibility())
            || show.equals(wrote.reply() ? "reply" : "comment")
            || show.equals(ofCase(wrote));
  }

  private static List<String> ids(List<Row> rows, Predicate<Wrote> shown) {
    return rows.stream().filter(r -> shown.test(r.wrote())).map(Row::id).toList();
  }

  /** Reads stretches of four comments, in pages of two. */
  private static List<String> walked(Handle h, List<AuthorKey> keys, String show, Sight sight) {
    List<String> ids = new ArrayList<>();
    Optional<PlaceInList> place = Optional.empty();
    do {
      AuthorStretch stretch = AuthorStretch.of(h, keys, place, 4);
      List<AuthorLine> some = AuthorQueries.lines(h, stretch, show, 3, sight);
      List<AuthorLine> page = some.stream().limit(2).toList();
      page.forEach(line -> ids.add(line.commentId()));
      place = stretch.next(page, some.size() > 2).map(AuthorStretchPropertyTest::asInTheLink);
    } while (place.isPresent());
    return ids;
  }

  private static PlaceInList asInTheLink(PlaceInList place) {
    return PlaceInList.parse(place.toString()).orElseThrow();
  }

  private static List<Row> archive(List<Wrote> history, String key) {
    List<Row> rows = new ArrayList<>();
    for (Wrote wrote : history) {
      rows.add(new Row(UUID.randomUUID().toString(), wrote));
    }
    DATABASE.jdbi().useTransaction(h -> rows.forEach(row -> insert(h, row, key)));
    return rows;
  }

  private static void insert(Handle h, Row row, String key) {
    Wrote wrote = row.wrote();
    h.execute(
        """
        insert into comment (account, comment_id, platform, post_id, parent_id, author_key, author_name, visibility,
          visibility_at, latest_revision, latest_text, first_seen_at, changed_at)
        values (?, ?, 'x', 'p', ?, ?, ?, ?, now(), '1', 'Text', ?, now())
        """,
        wrote.account(),
        row.id(),
        wrote.reply() ? "parent" : null,
        wrote.theirs() ? key : "id:another",
        wrote.name(),
        wrote.visibility(),
        wrote.at().atOffset(ZoneOffset.UTC));
    if (!wrote.state().equals(NONE)) {
      h.execute(
          """
          insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category, urgency,
            strikes, state, action_state, opened_at, seen_at, searched)
          values (gen_random_uuid(), ?, ?, ?, '1', 'hide', '2.1', 'profanity', 'soon', true, ?, 'none', now(), now(), '')
          """,
          wrote.account(),
          row.id(),
          wrote.building(),
          wrote.state());
    }
  }
}
