package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.store.request.EarlierDecisions;
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
import java.util.UUID;

/** Takes over what earlier requests decided about the same records. */
@Path("/requests/{id}/earlier")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class EarlierPages {
  private final RequestQueries requests;
  private final ReviewQueries review;
  private final EarlierDecisions decisions;
  private final EarlierView earlier;
  private final Viewer viewer;

  EarlierPages(
      RequestQueries requests,
      ReviewQueries review,
      EarlierDecisions decisions,
      EarlierView earlier,
      Viewer viewer) {
    this.requests = requests;
    this.review = review;
    this.decisions = decisions;
    this.earlier = earlier;
    this.viewer = viewer;
  }

  /** Takes over all that earlier answers decided the same way. */
  @POST
  public Response all(@PathParam("id") UUID id) {
    mustExist(requests.find(id, true).isPresent());
    try {
      decisions.takeAll(id, earlier.agreed(id), viewer.userName());
      return Response.seeOther(URI.create("/requests/" + id + "#scope")).build();
    } catch (NotLegal e) {
      return StaleView.at("/requests/" + id, e.sentence());
    }
  }

  /**
   * Takes over one decision, and goes on with the next item that nobody decided.
   *
   * @param version of the item, as the person saw it
   * @param from number of the earlier item
   */
  @POST
  @Path("{item}")
  public Response one(
      @PathParam("id") UUID id,
      @PathParam("item") long item,
      @FormParam("version") int version,
      @FormParam("from") long from) {
    mustExist(requests.find(id, true).isPresent());
    mustExist(review.find(id, item, viewer.scope()).isPresent());
    try {
      decisions.take(id, item, version, from, viewer.userName());
      return Response.seeOther(URI.create("/requests/" + id + "/items")).build();
    } catch (NotLegal e) {
      return StaleView.at("/requests/" + id + "/items/" + item, e.sentence());
    }
  }

  private static void mustExist(boolean found) {
    if (!found) {
      throw new NotFoundException();
    }
  }
}
