package hallmonitor.moderation.console.comments;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.pictures.KnownPicturePages;
import hallmonitor.moderation.console.pictures.ListingChoice;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists a picture of a comment with a case, so that it is found wherever it is posted again. It
 * counts for all accounts, so only an administrator does that, and only with the very picture that
 * the case shows: nothing is fetched for it. Only its hashes are kept.
 */
@Path("/comments/{id}/known-picture")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class ListingPages {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REASON = 2_000;

  private final VisibleComments visible;
  private final CommentQueries comments;
  private final ConsoleDatabase database;
  private final RequestAudit audit;
  private final Viewer viewer;

  ListingPages(
      VisibleComments visible,
      CommentQueries comments,
      ConsoleDatabase database,
      RequestAudit audit,
      Viewer viewer) {
    this.visible = visible;
    this.comments = comments;
    this.database = database;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Returns the form. */
  @GET
  public Response form(@PathParam("id") String id) {
    return Response.ok(page(find(id), Sentence.NONE)).build();
  }

  /**
   * Lists a picture.
   *
   * @param picture key of its address, or of a frame
   * @param name by which people know it
   * @param category label of what it is
   * @param reason that stays on record
   */
  @POST
  public Response list(
      @PathParam("id") String id,
      @FormParam("picture") @Nullable String picture,
      @FormParam("name") @Nullable String name,
      @FormParam("category") @Nullable String category,
      @FormParam("reason") @Nullable String reason) {
    CommentView view = find(id);
    String called = words(name);
    String why = words(reason);
    String label = category == null ? "" : category;
    Sentence problem = problem(called, label, why);
    if (!problem.isEmpty()) {
      return refused(view, problem);
    }
    ListingChoice chosen =
        choices(view).stream()
            .filter(choice -> choice.key().equals(picture))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    Optional<CommentPictures.Kept> kept =
        database.read(h -> CommentPictures.keyed(h, view.getKey(), chosen.key()));
    if (kept.isEmpty()) {
      return refused(view, Sentence.of("This server has no copy of the picture."));
    }
    Optional<PictureHashes> hashes =
        PictureHashes.listed(kept.get().content()).filter(PictureHashes::isTellable);
    if (hashes.isEmpty()) {
      return refused(
          view,
          Sentence.of(
              "This picture can't be recognized: it is too plain, too small, or of a kind that isn't"
                  + " read, such as WebP."));
    }
    List<PdqHash> turned =
        PictureHashes.turned(kept.get().content()).map(PictureHashes::hashes).orElse(List.of());
    return isListed(view, called, label, hashes.get().hashes(), turned, why)
        ? Response.seeOther(URI.create("/known-pictures")).build()
        : refused(
            view, Sentence.of("The list is full. Remove a picture that is no longer posted."));
  }

  private boolean isListed(
      CommentView view,
      String name,
      String category,
      List<PdqHash> hashes,
      List<PdqHash> turned,
      String why) {
    return database.write(
        transaction -> {
          Optional<Long> number =
              ListedPictures.add(
                  transaction,
                  name,
                  category,
                  hashes.stream().map(PdqHash::toString).toList(),
                  turned.stream().map(PdqHash::toString).toList(),
                  why,
                  view.getKey(),
                  viewer.userName());
          number.ifPresent(
              n ->
                  audit.add(transaction, viewer.userName(), "picture-listed", "picture " + n, why));
          return number.isPresent();
        });
  }

  private static Sentence problem(String name, String category, String reason) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return Sentence.of("Enter a name of at most 100 characters.");
    }
    if (Category.of(category).filter(Category.judged()::contains).isEmpty()) {
      return Sentence.of("Choose what the picture is.");
    }
    return reason.isEmpty() || reason.length() > LONGEST_REASON
        ? Sentence.of("Say why, in at most 2,000 characters. It stays on record.")
        : Sentence.NONE;
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }

  private Response refused(CommentView view, Sentence problem) {
    return Response.status(422).entity(page(view, problem)).build();
  }

  private TemplateInstance page(CommentView view, Sentence problem) {
    UUID caseId = Optional.ofNullable(view.caseId()).orElseThrow(NotFoundException::new);
    return KnownPicturePages.form(
        view.getAddress(), caseId, view.getPictures(), choices(view), problem);
  }

  private List<ListingChoice> choices(CommentView view) {
    return database.read(h -> ListingChoice.of(h, view.getKey(), view.getPictures()));
  }

  private CommentView find(String id) {
    return CommentAddress.parse(id)
        .flatMap(comment -> comments.find(comment, visible.sight()))
        .filter(view -> !view.disposed() && view.caseId() != null)
        .orElseThrow(NotFoundException::new);
  }
}
