package hallmonitor.moderation.store.authors;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.author.PlatformAuthor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jdbi.v3.core.Handle;

/** Whatever people say of authors, they stand in sets, and who leaves one takes nobody along. */
class AuthorMergesPropertyTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final int AUTHORS = 5;

  /** Two are said to be one, or, if both are the same, one leaves the others. */
  private record Said(int one, int other) {
    boolean isParting() {
      return one == other;
    }
  }

  @Provide
  Arbitrary<List<Said>> histories() {
    Arbitrary<Integer> author = Arbitraries.integers().between(0, AUTHORS - 1);
    return Combinators.combine(author, author).as(Said::new).list().ofMaxSize(20);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void authorsStandInTheSetsThatPeopleMade(@ForAll("histories") List<Said> history) {
    List<UUID> authors = newAuthors();
    List<Set<UUID>> expected = new ArrayList<>();
    for (Said said : history) {
      UUID one = authors.get(said.one());
      UUID other = authors.get(said.other());
      boolean possible =
          said.isParting()
              ? together(expected, one).size() > 1
              : !together(expected, one).contains(other)
                  && Math.min(together(expected, one).size(), together(expected, other).size())
                      == 1;

      assertThat(tried(said.isParting(), one, other)).as("%s", said).isEqualTo(possible);

      if (possible && said.isParting()) {
        Set<UUID> left = new HashSet<>(together(expected, one));
        expected.remove(together(expected, one));
        left.remove(one);
        expected.add(left);
      } else if (possible) {
        Set<UUID> joined = new HashSet<>(together(expected, one));
        joined.addAll(together(expected, other));
        expected.removeIf(joined::containsAll);
        expected.add(joined);
      }
      for (UUID author : authors) {
        Set<UUID> with = together(expected, author);
        assertThat(members(author)).isEqualTo(with.size() > 1 ? with : Set.of());
      }
    }
  }

  private static Set<UUID> together(List<Set<UUID>> sets, UUID author) {
    return sets.stream().filter(s -> s.contains(author)).findFirst().orElse(Set.of(author));
  }

  private static List<UUID> newAuthors() {
    return DATABASE
        .jdbi()
        .inTransaction(
            h -> {
              List<UUID> ids = new ArrayList<>();
              for (int i = 0; i < AUTHORS; i++) {
                ids.add(
                    KnownAuthors.idOf(h, new PlatformAuthor("x", "", "id:" + UUID.randomUUID())));
              }
              return ids;
            });
  }

  private static boolean tried(boolean parting, UUID one, UUID other) {
    try {
      DATABASE.jdbi().useTransaction(h -> say(h, parting, one, other));
      return true;
    } catch (NotLegal e) {
      return false;
    }
  }

  private static void say(Handle h, boolean parting, UUID one, UUID other) {
    if (parting) {
      AuthorMerges.part(h, one, "Somebody else.", "novak");
    } else {
      AuthorMerges.merge(h, one, other, "Same words.", "novak", Optional.empty());
    }
  }

  private static Set<UUID> members(UUID author) {
    return DATABASE.jdbi().withHandle(h -> AuthorMerges.with(h, author)).stream()
        .map(AuthorMerges.Member::authorId)
        .collect(Collectors.toSet());
  }
}
