package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.pictures.PictureDesk;
import hallmonitor.moderation.console.pictures.PictureDesk.Place;
import hallmonitor.moderation.console.pictures.RedrawnPicture;
import hallmonitor.moderation.store.request.OpenedPictures;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A picture, or a video, of an item: an officer sees what they decide about. */
@Path("/requests/{id}/items/{item}/pictures/{key}")
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class ItemPicturePages {
  private final RequestQueries requests;
  private final ReviewQueries review;
  private final RedactionDesk redactions;
  private final PictureDesk pictures;
  private final Viewer viewer;
  private final ConsoleDatabase database;

  ItemPicturePages(
      RequestQueries requests,
      ReviewQueries review,
      RedactionDesk redactions,
      PictureDesk pictures,
      Viewer viewer,
      ConsoleDatabase database) {
    this.requests = requests;
    this.review = review;
    this.redactions = redactions;
    this.pictures = pictures;
    this.viewer = viewer;
    this.database = database;
  }

  /** Returns the part of the item's page that shows the picture veiled, or says why it cannot. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance veiled(
      @PathParam("id") UUID id, @PathParam("item") long item, @PathParam("key") String key) {
    return pictures.veiled(place(id, item), key);
  }

  /** Fetches the picture for the person who asks for it, and returns the same part. */
  @POST
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance fetched(
      @PathParam("id") UUID id, @PathParam("item") long item, @PathParam("key") String key) {
    return pictures.fetched(place(id, item), key);
  }

  /** Returns the picture itself, and records who sees it. */
  @GET
  @Path("file")
  public Response file(
      @PathParam("id") UUID id, @PathParam("item") long item, @PathParam("key") String key) {
    return opened(item, pictures.whole(place(id, item), key));
  }

  /** Returns a frame of a video, and records who sees it. */
  @GET
  @Path("frames/{second}")
  public Response frame(
      @PathParam("id") UUID id,
      @PathParam("item") long item,
      @PathParam("key") String key,
      @PathParam("second") int second) {
    return opened(item, pictures.frame(place(id, item), key, second));
  }

  /** Returns the picture as the public gets it, with the parts that are covered now. */
  @GET
  @Path("released")
  public Response released(
      @PathParam("id") UUID id, @PathParam("item") long number, @PathParam("key") String key) {
    ReviewItem item = item(id, number);
    List<Redaction> confirmed = redactions.confirmed(item);
    return pictures.redrawn(
        place(request(id), item),
        key,
        (address, content) -> {
          Optional<RedrawnPicture> drawn =
              item.isWithheld()
                  ? Optional.empty()
                  : RedrawnPicture.released(
                      content, confirmed.stream().filter(r -> r.hides(address)).toList());
          drawn.ifPresent(seen -> opened(item.itemNo(), content));
          return drawn;
        });
  }

  /** What goes out is only what someone saw here. */
  private Response opened(long itemNo, Response response) {
    if (response.getEntity() instanceof byte[] content) {
      opened(itemNo, content);
    }
    return response;
  }

  private void opened(long itemNo, byte[] content) {
    database.write(
        h -> {
          OpenedPictures.add(h, itemNo, content);
          return content;
        });
  }

  private Place place(UUID id, long number) {
    return place(request(id), item(id, number));
  }

  private RequestView request(UUID id) {
    return requests.find(id, true).orElseThrow(NotFoundException::new);
  }

  private ReviewItem item(UUID id, long number) {
    return review.find(id, number, viewer.scope()).orElseThrow(NotFoundException::new);
  }

  private static Place place(RequestView request, ReviewItem item) {
    return new Place(
        item.shelf(),
        item.key(),
        item.getPictures(),
        "/requests/" + request.requestId() + "/items/" + item.itemNo() + "/pictures",
        "request " + request.number() + ", item " + item.number());
  }
}
