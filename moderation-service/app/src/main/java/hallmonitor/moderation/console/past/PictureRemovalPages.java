package hallmonitor.moderation.console.past;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.store.answer.AnswersWithPicture;
import hallmonitor.moderation.store.answer.AnswersWithPicture.WithPicture;
import hallmonitor.moderation.store.archive.PictureShelf;
import hallmonitor.moderation.store.records.PictureRemovals;
import hallmonitor.moderation.store.records.PictureRemovals.PostPicture;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
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
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Removes a kept picture of a post for good, alone or with a second person, as the district does
 * with disposals.
 */
@Path("/posts/{id}/pictures/{key}/removal")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class PictureRemovalPages {
  @CheckedTemplate(basePath = "console/past")
  static class Templates {
    static native TemplateInstance removal(PictureRemovalView view, Sentence problem);
  }

  private final PostPictureFinder finder;
  private final ConsoleDatabase database;
  private final RecordPlaces places;
  private final DecisionSettings decisions;
  private final SecondPerson second;
  private final Viewer viewer;

  PictureRemovalPages(
      PostPictureFinder finder,
      ConsoleDatabase database,
      RecordPlaces places,
      DecisionSettings decisions,
      SecondPerson second,
      Viewer viewer) {
    this.finder = finder;
    this.database = database;
    this.places = places;
    this.decisions = decisions;
    this.second = second;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(@PathParam("id") String id, @PathParam("key") String key) {
    return Templates.removal(view(id, key), Sentence.NONE);
  }

  private PictureRemovalView view(String id, String key) {
    CommentKey post = finder.post(id);
    PictureLink link = finder.link(post, key);
    PostPicture picture = picture(post, link);
    Optional<Proposal> waiting =
        database.read(h -> PictureRemovals.waiting(h, picture, Instant.now()));
    List<WithPicture> answers =
        database.read(h -> AnswersWithPicture.of(h, post, picture.urlKey()));
    return new PictureRemovalView(
        id,
        picture.path(),
        link,
        database.read(h -> PictureShelf.POSTS.find(h, post, link.url())).isPresent(),
        decisions.get().asksSecond(Kind.REMOVE_PICTURE),
        waiting.orElse(null),
        waiting.filter(p -> p.proposedBy().equals(viewer.userName())).isPresent(),
        numbers(answers, true),
        numbers(answers, false),
        UUID.randomUUID());
  }

  private static String numbers(List<WithPicture> answers, boolean sent) {
    return answers.stream()
        .filter(one -> one.sent() == sent)
        .map(one -> one.number().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static PostPicture picture(CommentKey post, PictureLink link) {
    return new PostPicture(post, link.getKey(), PostPictureFinder.path(post, link));
  }

  /**
   * Removes the picture, or proposes to.
   *
   * @param form of the proposal, so that sending it twice is one
   */
  @POST
  public Response remove(
      @PathParam("id") String id,
      @PathParam("key") String key,
      @FormParam("form") @Nullable UUID form,
      @FormParam("reason") @Nullable String reason) {
    CommentKey post = finder.post(id);
    PostPicture picture = picture(post, finder.link(post, key));
    return changed(
        id,
        key,
        h -> {
          String why = DecidingForms.words("", reason);
          if (why.isEmpty()) {
            throw new NotLegal(
                Sentence.of("Enter a reason that someone can still understand years from now."));
          }
          if (decisions.get().asksSecond(Kind.REMOVE_PICTURE)) {
            PictureRemovals.propose(
                h,
                form == null ? UUID.randomUUID() : form,
                picture,
                places.buildingOf(post.account()),
                why,
                viewer.userName(),
                places.calendar(),
                Instant.now());
          } else {
            PictureRemovals.remove(
                h, picture, why, viewer.userName(), Optional.empty(), places.calendar());
          }
        });
  }

  /** Approves, rejects or withdraws a proposal. */
  @POST
  @Path("{proposal}")
  public Response answer(
      @PathParam("id") String id,
      @PathParam("key") String key,
      @PathParam("proposal") UUID proposal,
      @FormParam("answer") @Nullable String code,
      @FormParam("note") @Nullable String note) {
    CommentKey post = finder.post(id);
    PostPicture picture = picture(post, finder.link(post, key));
    Answer answer = SecondPerson.answer(code);
    if (answer != Answer.WITHDRAW) {
      second.must(Kind.REMOVE_PICTURE);
    }
    return changed(
        id,
        key,
        h ->
            PictureRemovals.answer(
                h,
                proposal,
                picture,
                answer,
                viewer.userName(),
                DecidingForms.words("", note),
                places.calendar(),
                Instant.now()));
  }

  private Response changed(String id, String key, Consumer<Handle> change) {
    try {
      database.write(
          h -> {
            change.accept(h);
            return true;
          });
      return Response.seeOther(URI.create("/posts/" + id + "/pictures/" + key + "/removal"))
          .build();
    } catch (NotLegal | Unusable e) {
      return Response.status(409).entity(Templates.removal(view(id, key), e.sentence())).build();
    }
  }
}
