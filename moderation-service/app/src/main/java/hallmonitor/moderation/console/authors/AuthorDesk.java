package hallmonitor.moderation.console.authors;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.author.AuthorFigures;
import hallmonitor.moderation.casework.author.AuthorFigures.UsedName;
import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.casework.author.PlatformAuthor;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.comments.PlaceInList;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.store.authors.AuthorLooks;
import hallmonitor.moderation.store.authors.AuthorLooks.Look;
import hallmonitor.moderation.store.authors.AuthorMerges;
import hallmonitor.moderation.store.authors.AuthorMerges.Member;
import hallmonitor.moderation.store.authors.KnownAuthors;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts the page of an author together, of what the viewer may see. */
@RequestScoped
class AuthorDesk {
  static final int PAGE = 50;

  /** Sees everything, to compare with what the viewer sees. Nothing of it is shown. */
  private static final Sight ALL = new Sight(Scope.EVERYWHERE, List.of());

  private final ConsoleDatabase database;
  private final RecordPlaces places;
  private final ObjectionRules objections;
  private final DecisionSettings decisions;
  private final Viewer viewer;

  AuthorDesk(
      ConsoleDatabase database,
      RecordPlaces places,
      ObjectionRules objections,
      DecisionSettings decisions,
      Viewer viewer) {
    this.database = database;
    this.places = places;
    this.objections = objections;
    this.decisions = decisions;
    this.viewer = viewer;
  }

  Sight sight() {
    return new Sight(viewer.scope(), places.accounts(viewer.scope()));
  }

  /** Finds an author; empty if the viewer sees nothing that they wrote. */
  Optional<SeenPerson> find(UUID id) {
    Sight sight = sight();
    return database.read(h -> find(h, id, sight));
  }

  private static Optional<SeenPerson> find(Handle h, UUID id, Sight sight) {
    List<Member> members = AuthorMerges.with(h, id);
    return seen(h, id, members, sight)
        .map(
            asked -> {
              List<SeenAuthor> all = new ArrayList<>(List.of(asked));
              members.stream()
                  .map(Member::authorId)
                  .filter(other -> !other.equals(id))
                  .flatMap(other -> seen(h, other, members, sight).stream())
                  .forEach(all::add);
              return new SeenPerson(all);
            });
  }

  private static Optional<SeenAuthor> seen(Handle h, UUID id, List<Member> members, Sight sight) {
    return KnownAuthors.find(h, id)
        .flatMap(
            author -> {
              List<AuthorKey> keys = AuthorQueries.seen(h, KnownAuthors.keys(h, author), sight);
              return keys.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new SeenAuthor(id, author, keys, member(id, members)));
            });
  }

  private static @Nullable Member member(UUID id, List<Member> members) {
    return members.stream().filter(m -> m.authorId().equals(id)).findFirst().orElse(null);
  }

  /**
   * Returns whether the viewer sees all who are shown together, on every account where they wrote.
   */
  boolean isWhole(Handle h, SeenPerson found) {
    return find(h, found.first().id(), ALL).map(SeenPerson::keys).equals(Optional.of(found.keys()));
  }

  /** Returns the purpose that the viewer gave for all of them within the hour. */
  Optional<Look> look(SeenPerson found) {
    return database.read(h -> AuthorLooks.current(h, found.ids(), viewer.userName()));
  }

  /** Returns the author by name. */
  NamedAuthor named(SeenAuthor author) {
    Sight sight = sight();
    return database.read(h -> named(h, author, sight));
  }

  private static NamedAuthor named(Handle h, SeenAuthor author, Sight sight) {
    return new NamedAuthor(author, AuthorQueries.name(h, author.keys(), sight));
  }

  /** Returns the id of the author of a comment; empty if the viewer sees none. */
  Optional<UUID> ofComment(String account, String comment) {
    Sight sight = sight();
    return database.write(h -> id(h, AuthorQueries.ofComment(h, account, comment, sight)));
  }

  /** Returns the id of the author of a case's comment; empty if the viewer sees none. */
  Optional<UUID> ofCase(UUID caseId) {
    Sight sight = sight();
    return database.write(h -> id(h, AuthorQueries.ofCase(h, caseId, sight)));
  }

  private static Optional<UUID> id(Handle h, Optional<PlatformAuthor> author) {
    return author.map(a -> KnownAuthors.idOf(h, a));
  }

  /**
   * Returns a page.
   *
   * @param show code of what is shown; empty for all
   * @param after where the page begins; empty for the newest comments
   */
  AuthorView page(SeenPerson found, Look look, String show, Optional<PlaceInList> after) {
    Sight sight = sight();
    return database.read(
        h -> {
          List<AuthorKey> keys = found.keys();
          boolean first = after.isEmpty();
          AuthorStretch stretch = AuthorStretch.of(h, keys, after, AuthorStretch.MOST);
          AuthorFigures figures =
              first ? AuthorQueries.figures(h, stretch, sight) : AuthorFigures.NONE;
          List<AuthorLine> some = AuthorQueries.lines(h, stretch, show, PAGE + 1, sight);
          List<AuthorLine> shown = some.stream().limit(PAGE).toList();
          return new AuthorView(
              found,
              first ? name(figures) : AuthorQueries.name(h, found.first().keys(), sight),
              look,
              figures,
              stretch.whole(),
              shown,
              show,
              stretch.next(shown, some.size() > PAGE).map(PlaceInList::toString).orElse(""),
              first,
              first
                  ? AuthorRecordQueries.read(
                      h, keys, figures.cases(), objections.blockLimits(), sight)
                  : AuthorRecord.NONE,
              first ? merges(h, found, sight) : AuthorMergeView.NONE,
              objections.current());
        });
  }

  private static String name(AuthorFigures figures) {
    return figures.names().stream().findFirst().map(UsedName::name).orElse("");
  }

  private AuthorMergeView merges(Handle h, SeenPerson found, Sight sight) {
    List<UUID> ids = found.ids();
    List<NamedAuthor> members =
        ids.size() > 1 ? found.all().stream().map(a -> named(h, a, sight)).toList() : List.of();
    List<NamedAuthor> candidates =
        viewer.isActs()
            ? AuthorLooks.recent(h, viewer.userName()).stream()
                .filter(id -> !ids.contains(id))
                .flatMap(id -> seen(h, id, List.of(), sight).stream())
                .map(a -> named(h, a, sight))
                .toList()
            : List.of();
    return new AuthorMergeView(
        members,
        candidates,
        AuthorMerges.waiting(h, ids, Instant.now()).stream()
            .flatMap(p -> waiting(h, p, sight).stream())
            .toList(),
        decisions.get().asksSecond(Proposal.Kind.MERGE_AUTHORS),
        UUID.randomUUID());
  }

  private Optional<WaitingMerge> waiting(Handle h, Proposal proposal, Sight sight) {
    List<NamedAuthor> two =
        AuthorMerges.authorsOf(proposal).stream()
            .flatMap(id -> seen(h, id, List.of(), sight).stream())
            .map(a -> named(h, a, sight))
            .toList();
    return two.size() == 2
        ? Optional.of(
            new WaitingMerge(
                proposal, two.get(0), two.get(1), proposal.proposedBy().equals(viewer.userName())))
        : Optional.empty();
  }

  /**
   * A part of all that authors wrote.
   *
   * @param next where the next part begins; empty after the last one
   */
  record Part(List<AuthorLine> lines, Optional<PlaceInList> next) {}

  /**
   * Returns a part, the newest first.
   *
   * @param most of them
   */
  Part part(SeenPerson found, Optional<PlaceInList> after, int most, Sight sight) {
    return database.read(
        h -> {
          AuthorStretch stretch = AuthorStretch.of(h, found.keys(), after, most);
          List<AuthorLine> lines = AuthorQueries.lines(h, stretch, "", most, sight);
          return new Part(lines, stretch.next(lines, lines.size() == most));
        });
  }
}
