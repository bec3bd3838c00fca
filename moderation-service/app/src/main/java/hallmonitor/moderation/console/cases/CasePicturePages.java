package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.console.pictures.PictureParts;
import hallmonitor.moderation.console.pictures.PictureResult.Frame;
import hallmonitor.moderation.console.pictures.PictureStore;
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
import java.util.UUID;

/**
 * A picture of a case's comment: veiled for the open case, and whole for anyone who asks for it.
 */
@Path("/cases/{id}/pictures/{key}")
@RolesAllowed(READ)
public class CasePicturePages {
  private final CaseQueries cases;
  private final PictureStore store;
  private final RequestAudit audit;
  private final Viewer viewer;

  CasePicturePages(CaseQueries cases, PictureStore store, RequestAudit audit, Viewer viewer) {
    this.cases = cases;
    this.store = store;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Returns the part of a case's page that shows the picture veiled, or says why it cannot. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance veiled(@PathParam("id") UUID id, @PathParam("key") String key) {
    CaseView view = find(id);
    PictureLink link = link(view, key);
    return PictureParts.veiled(
        "/cases/" + id + "/pictures/" + key,
        link,
        store.get(PictureShelf.COMMENTS, view.getKey(), link));
  }

  /** Fetches the picture for the person who asks for it, and returns the same part. */
  @POST
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance fetched(@PathParam("id") UUID id, @PathParam("key") String key) {
    CaseView view = find(id);
    PictureLink link = link(view, key);
    return PictureParts.veiled(
        "/cases/" + id + "/pictures/" + key,
        link,
        store.fetch(PictureShelf.COMMENTS, view.getKey(), link));
  }

  /** Returns the picture itself, and records who sees it. */
  @GET
  @Path("file")
  public Response file(@PathParam("id") UUID id, @PathParam("key") String key) {
    CaseView view = find(id);
    PictureLink link = link(view, key);
    return PictureParts.whole(
        link,
        store.get(PictureShelf.COMMENTS, view.getKey(), link),
        () -> seen(id, "picture " + link.number()));
  }

  /** Returns a frame of a video, and records who sees it. */
  @GET
  @Path("frames/{second}")
  public Response frame(
      @PathParam("id") UUID id, @PathParam("key") String key, @PathParam("second") int second) {
    CaseView view = find(id);
    PictureLink link = link(view, key);
    return PictureParts.frame(
        link,
        store.frame(view.getKey(), link, second),
        second,
        () -> seen(id, "video " + link.number() + ", frame at " + Frame.time(second)));
  }

  private void seen(UUID id, String what) {
    audit.read(viewer.userName(), "picture-read", id.toString(), what);
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }

  private static PictureLink link(CaseView view, String key) {
    return view.getPictures().stream()
        .filter(link -> link.getKey().equals(key))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }
}
