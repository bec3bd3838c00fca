package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.redaction.PictureArea;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.console.pictures.PictureResult.Picture;
import hallmonitor.moderation.console.pictures.PictureStore;
import hallmonitor.moderation.console.pictures.RedrawnPicture;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.request.RequestRedactions;
import hallmonitor.moderation.store.request.RequestRedactions.Chosen;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parts of an item's pictures that a person covers. */
@Path("/requests/{id}/items/{item}/covers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class CoveringPages {
  private final ReviewPages review;
  private final PictureStore store;
  private final RequestRedactions redactions;
  private final RequestOffice office;
  private final Viewer viewer;

  CoveringPages(
      ReviewPages review,
      PictureStore store,
      RequestRedactions redactions,
      RequestOffice office,
      Viewer viewer) {
    this.review = review;
    this.store = store;
    this.redactions = redactions;
    this.office = office;
    this.viewer = viewer;
  }

  /**
   * Covers a part of a picture.
   *
   * @param picture key of its address
   * @param left in percent of its width, as typed; so is right, and top and bottom of its height
   */
  @POST
  public Response cover(
      @PathParam("id") UUID id,
      @PathParam("item") long number,
      @FormParam("version") int version,
      @FormParam("picture") @Nullable String picture,
      @FormParam("left") @Nullable String left,
      @FormParam("top") @Nullable String top,
      @FormParam("right") @Nullable String right,
      @FormParam("bottom") @Nullable String bottom,
      @FormParam("ground") @Nullable String ground) {
    ReviewItem item = review.item(id, number);
    try {
      PictureLink link = link(item, picture);
      PictureArea area = area(left, top, right, bottom);
      LegalGround why =
          office
              .ground(ground == null ? "" : ground)
              .orElseThrow(
                  () ->
                      new NotLegal(Sentence.of("Choose the exemption for which it is redacted.")));
      String hash = CommentPictures.contentKey(drawable(item, link, area));
      redactions.redact(
          id,
          number,
          version,
          List.of(new Chosen(Redaction.ofArea(link.url(), hash, area, why), "")),
          viewer.userName());
      return Response.seeOther(URI.create("/requests/" + id + "/items/" + number + "#redactions"))
          .build();
    } catch (NotLegal e) {
      return review.refused(id, number, e.sentence(), "");
    }
  }

  private static PictureLink link(ReviewItem item, @Nullable String key) {
    return item.getPictures().stream()
        .filter(link -> link.getKey().equals(key))
        .findFirst()
        .orElseThrow(() -> new NotLegal(Sentence.of("Choose what to redact from the list.")));
  }

  private static PictureArea area(
      @Nullable String left,
      @Nullable String top,
      @Nullable String right,
      @Nullable String bottom) {
    int[] edges = {thousandths(left), thousandths(top), thousandths(right), thousandths(bottom)};
    if (edges[0] >= edges[2] || edges[1] >= edges[3]) {
      throw nowhere();
    }
    return new PictureArea(edges[0], edges[1], edges[2], edges[3]);
  }

  private static int thousandths(@Nullable String percent) {
    String typed = percent == null ? "" : percent.strip().replace(',', '.');
    if (!typed.matches("[0-9]{1,3}([.][0-9])?")) {
      throw nowhere();
    }
    int thousandths = new BigDecimal(typed).movePointRight(1).intValueExact();
    if (thousandths > PictureArea.WHOLE) {
      throw nowhere();
    }
    return thousandths;
  }

  private static NotLegal nowhere() {
    return new NotLegal(
        Sentence.of(
            "Say where the part begins and ends, in percent of the picture: from 0 to 100, with at"
                + " most one decimal place."));
  }

  private byte[] drawable(ReviewItem item, PictureLink link, PictureArea area) {
    if (store.get(item.shelf(), item.key(), link) instanceof Picture kept
        && RedrawnPicture.of(kept.content(), List.of(area)).isPresent()) {
      return kept.content();
    }
    throw new NotLegal(
        Sentence.of(
            "This server has no copy of it that it can draw, or it moves, so no part of it can be"
                + " covered. Redact it as a whole."));
  }
}
