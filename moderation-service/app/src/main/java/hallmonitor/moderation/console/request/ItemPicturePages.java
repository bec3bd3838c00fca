package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.pictures.PictureDesk;
import hallmonitor.moderation.console.pictures.PictureDesk.Place;
import hallmonitor.moderation.store.archive.PictureShelf;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** A picture, or a video, of an item: an officer sees what they decide about. */
@Path("/requests/{id}/items/{item}/pictures/{key}")
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class ItemPicturePages {
  private final RequestQueries requests;
  private final ReviewQueries review;
  private final PictureDesk pictures;
  private final Viewer viewer;

  ItemPicturePages(
      RequestQueries requests, ReviewQueries review, PictureDesk pictures, Viewer viewer) {
    this.requests = requests;
    this.review = review;
    this.pictures = pictures;
    this.viewer = viewer;
  }

  /** Returns the part of the item's page that shows the picture veiled, or says why it cannot. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance veiled(
      @PathParam("id") UUID id, @PathParam("item") long item, @PathParam("key") String key) {
    return pictures.veiled(place(id, item), key);
  }

  /** Returns the picture itself, and records who sees it. */
  @GET
  @Path("file")
  public Response file(
      @PathParam("id") UUID id, @PathParam("item") long item, @PathParam("key") String key) {
    return pictures.whole(place(id, item), key);
  }

  /** Returns a frame of a video, and records who sees it. */
  @GET
  @Path("frames/{second}")
  public Response frame(
      @PathParam("id") UUID id,
      @PathParam("item") long item,
      @PathParam("key") String key,
      @PathParam("second") int second) {
    return pictures.frame(place(id, item), key, second);
  }

  private Place place(UUID id, long number) {
    RequestView request = requests.find(id, true).orElseThrow(NotFoundException::new);
    ReviewItem item =
        review.find(id, number, viewer.scope()).orElseThrow(NotFoundException::new);
    return new Place(
        item.isPost() ? PictureShelf.POSTS : PictureShelf.COMMENTS,
        new CommentKey(item.account(), item.itemId()),
        item.getPictures(),
        "/requests/" + id + "/items/" + number + "/pictures",
        "request " + request.number() + ", item " + number);
  }
}
