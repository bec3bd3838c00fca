package hallmonitor.moderation.console.comments;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.pictures.PictureDesk;
import hallmonitor.moderation.console.pictures.PictureDesk.Place;
import hallmonitor.moderation.store.archive.PictureShelf;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A picture, or a video, of a comment without a case, which is fetched when someone asks for it.
 */
@Path("/comments/{id}/pictures/{key}")
@RolesAllowed(READ)
public class CommentPicturePages {
  private final VisibleComments visible;
  private final CommentQueries comments;
  private final PictureDesk pictures;

  CommentPicturePages(VisibleComments visible, CommentQueries comments, PictureDesk pictures) {
    this.visible = visible;
    this.comments = comments;
    this.pictures = pictures;
  }

  /** Returns the part of the comment's page that shows it veiled, or says why it cannot. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance veiled(@PathParam("id") String id, @PathParam("key") String key) {
    return pictures.veiled(place(id), key);
  }

  /** Fetches the picture for the person who asks for it, and returns the same part. */
  @POST
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance fetched(@PathParam("id") String id, @PathParam("key") String key) {
    return pictures.fetched(place(id), key);
  }

  /** Returns the picture itself, and records who sees it. */
  @GET
  @Path("file")
  public Response file(@PathParam("id") String id, @PathParam("key") String key) {
    return pictures.whole(place(id), key);
  }

  /** Returns a frame of a video, and records who sees it. */
  @GET
  @Path("frames/{second}")
  public Response frame(
      @PathParam("id") String id, @PathParam("key") String key, @PathParam("second") int second) {
    return pictures.frame(place(id), key, second);
  }

  private Place place(String id) {
    CommentView view =
        CommentAddress.parse(id)
            .flatMap(comment -> comments.find(comment, visible.sight()))
            .filter(found -> !found.disposed())
            .orElseThrow(NotFoundException::new);
    return new Place(
        PictureShelf.COMMENTS,
        view.getKey(),
        view.getPictures(),
        "/comments/" + view.getAddress() + "/pictures",
        view.account() + " " + view.commentId());
  }
}
