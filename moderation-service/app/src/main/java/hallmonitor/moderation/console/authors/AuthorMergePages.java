package hallmonitor.moderation.console.authors;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.store.authors.AuthorLooks;
import hallmonitor.moderation.store.authors.AuthorMerges;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A person says that two authors are the same person, or that they are not. No program does. */
@Path("/authors/{id}/merges")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ACT)
public class AuthorMergePages {
  static final int LONGEST = 500;

  private final AuthorDesk desk;
  private final ConsoleDatabase database;
  private final DecisionSettings decisions;
  private final LiveRules rules;
  private final SecondPerson second;
  private final Viewer viewer;

  AuthorMergePages(
      AuthorDesk desk,
      ConsoleDatabase database,
      DecisionSettings decisions,
      LiveRules rules,
      SecondPerson second,
      Viewer viewer) {
    this.desk = desk;
    this.database = database;
    this.decisions = decisions;
    this.rules = rules;
    this.second = second;
    this.viewer = viewer;
  }

  /**
   * Shows two authors as one person from now on, or proposes to.
   *
   * @param other an author with a page that the viewer opened in the last hour
   */
  @POST
  public Response merge(
      @PathParam("id") UUID id,
      @FormParam("form") @Nullable UUID form,
      @FormParam("other") @Nullable UUID other,
      @FormParam("reason") @Nullable String reason) {
    SeenPerson one = find(id);
    if (other == null) {
      return refused(id, Sentence.of("Choose the other author."));
    }
    SeenPerson two = find(other);
    return changed(
        id,
        h -> {
          mustKnow(h, one, two);
          String why = words(reason);
          if (decisions.get().asksSecond(Kind.MERGE_AUTHORS)) {
            AuthorMerges.propose(
                h,
                form == null ? UUID.randomUUID() : form,
                id,
                other,
                building(one, two),
                why,
                viewer.userName(),
                Instant.now());
          } else {
            AuthorMerges.merge(h, id, other, why, viewer.userName(), Optional.empty());
          }
        });
  }

  /**
   * Checks that the viewer sees all of both, and has their pages open: a merge changes what
   * everyone sees of them.
   */
  private void mustKnow(Handle h, SeenPerson one, SeenPerson two) {
    if (!desk.isWhole(h, one) || !desk.isWhole(h, two)) {
      throw new NotLegal(
          Sentence.of(
              "You do not see everything of these authors. Ask someone who sees all of your"
                  + " accounts."));
    }
    List<UUID> both =
        Stream.of(one, two).flatMap(person -> person.ids().stream()).distinct().toList();
    if (AuthorLooks.current(h, both, viewer.userName()).isEmpty()) {
      throw new NotLegal(
          Sentence.of("Open the pages of both authors first. An hour later, open them again."));
    }
  }

  /** Returns the building of all accounts where they wrote; empty if there are several. */
  private String building(SeenPerson one, SeenPerson two) {
    List<String> buildings =
        Stream.of(one, two)
            .flatMap(person -> person.getAccounts().stream())
            .map(rules.get()::building)
            .distinct()
            .toList();
    return buildings.size() == 1 ? buildings.get(0) : "";
  }

  private static String words(@Nullable String typed) {
    String plain = typed == null ? "" : typed.replace("\0", "").strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      throw new NotLegal(
          Sentence.of("Enter a reason of 1 to {1} characters. It stays on record.", LONGEST));
    }
    return plain;
  }

  /** Approves, rejects or withdraws a proposal. */
  @POST
  @Path("{proposal}")
  @RolesAllowed(READ)
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("proposal") UUID proposal,
      @FormParam("answer") @Nullable String answer,
      @FormParam("note") @Nullable String note) {
    Answer given = SecondPerson.answer(answer);
    if (given != Answer.WITHDRAW) {
      second.must(Kind.MERGE_AUTHORS);
    }
    SeenPerson found = find(id);
    return changed(
        id,
        h -> {
          String plain = DecidingForms.words("", note);
          Proposal asked =
              AuthorMerges.waiting(h, found.ids(), Instant.now()).stream()
                  .filter(p -> p.id().equals(proposal))
                  .findFirst()
                  .orElseThrow(Proposals::unknown);
          List<SeenPerson> two = AuthorMerges.authorsOf(asked).stream().map(this::find).toList();
          if (given == Answer.APPROVE) {
            mustKnow(h, two.get(0), two.get(1));
          }
          AuthorMerges.answer(h, asked.id(), given, viewer.userName(), plain, Instant.now());
        });
  }

  /** Takes an author out of those who are shown together. It needs no second person. */
  @POST
  @Path("parting")
  public Response part(
      @PathParam("id") UUID id,
      @FormParam("author") @Nullable UUID author,
      @FormParam("reason") @Nullable String reason) {
    SeenPerson found = find(id);
    if (author == null || !found.ids().contains(author)) {
      return refused(
          id,
          Sentence.of("This author is no longer shown together with others. Nothing was changed."));
    }
    return changed(id, h -> AuthorMerges.part(h, author, words(reason), viewer.userName()));
  }

  private SeenPerson find(UUID id) {
    return desk.find(id).orElseThrow(NotFoundException::new);
  }

  private Response changed(UUID id, Consumer<Handle> change) {
    try {
      database.write(
          h -> {
            change.accept(h);
            return true;
          });
      return Response.seeOther(URI.create("/authors/" + id + "#merge")).build();
    } catch (NotLegal | Unusable e) {
      return refused(id, e.sentence());
    }
  }

  private static Response refused(UUID id, Sentence why) {
    return StaleView.at("/authors/" + id, why);
  }
}
