package hallmonitor.moderation.console.pictures;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.pictures.KnownPictureLists;
import hallmonitor.moderation.store.archive.EarlierSearches;
import hallmonitor.moderation.store.archive.EarlierSearches.EarlierProgress;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.moderation.store.archive.ListedPictures.Listed;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.FileProblem;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pictures that the district looks for. None of them is shown: the lists have only hashes. */
@Path("/known-pictures")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({MODERATOR, ADMINISTRATOR})
public class KnownPicturePages {
  private static final int LONGEST_REASON = 2_000;

  /**
   * A listed picture.
   *
   * @param earlier how far it is looked for in earlier comments; absent for all but administrators
   */
  public record ListedLine(Listed picture, @Nullable EarlierProgress earlier) {}

  @CheckedTemplate(basePath = "console/pictures")
  static class Templates {
    static native TemplateInstance knownPictures(
        List<ListedLine> listed,
        List<FoundPictures.Found> found,
        int inFile,
        List<FileProblem> mistakes,
        Sentence problem);

    static native TemplateInstance listing(
        String comment,
        UUID caseId,
        List<PictureLink> pictures,
        List<ListingChoice> choices,
        List<Category> categories,
        Sentence problem);
  }

  private final ConsoleDatabase database;
  private final KnownPictureLists lists;
  private final RequestAudit audit;
  private final Viewer viewer;

  KnownPicturePages(
      ConsoleDatabase database, KnownPictureLists lists, RequestAudit audit, Viewer viewer) {
    this.database = database;
    this.lists = lists;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Returns the form that lists a picture of a comment.
   *
   * @param comment its part of an address
   * @param caseId its case, which shows its pictures
   * @param choices those that can be listed
   */
  public static TemplateInstance form(
      String comment,
      UUID caseId,
      List<PictureLink> pictures,
      List<ListingChoice> choices,
      Sentence problem) {
    return Templates.listing(comment, caseId, pictures, choices, Category.judged(), problem);
  }

  @GET
  public TemplateInstance page() {
    return page(Sentence.NONE);
  }

  private TemplateInstance page(Sentence problem) {
    List<FileProblem> mistakes = lists.problems();
    return Templates.knownPictures(
        lines(),
        // Of all buildings, which only an administrator sees.
        viewer.isAdministrator() ? database.read(FoundPictures::all) : List.of(),
        lists.inFile(),
        mistakes,
        problem);
  }

  private List<ListedLine> lines() {
    Map<Long, EarlierProgress> earlier =
        viewer.isAdministrator()
            ? database.read(EarlierSearches::all).stream()
                .collect(Collectors.toMap(EarlierProgress::id, Function.identity()))
            : Map.of();
    return database.read(ListedPictures::all).stream()
        .map(picture -> new ListedLine(picture, earlier.get(picture.id())))
        .toList();
  }

  /** Looks for a picture no longer. Verdicts that it led to stay as they are. */
  @POST
  @RolesAllowed(ADMINISTRATOR)
  @Path("{id}/removal")
  public Response remove(@PathParam("id") long id, @FormParam("reason") @Nullable String reason) {
    String why = reason == null ? "" : reason.replace("\0", "").strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return refused(422, Sentence.of("Say why, in at most 2,000 characters. It stays on record."));
    }
    boolean removed =
        database.write(
            transaction -> {
              boolean done = ListedPictures.remove(transaction, id, why, viewer.userName());
              if (done) {
                audit.add(transaction, viewer.userName(), "picture-unlisted", "picture " + id, why);
              }
              return done;
            });
    return removed
        ? Response.seeOther(URI.create("/known-pictures")).build()
        : refused(409, Sentence.of("Someone removed it already. Nothing was changed."));
  }

  private Response refused(int status, Sentence problem) {
    return Response.status(status).entity(page(problem)).build();
  }
}
