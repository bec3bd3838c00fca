package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.console.pictures.PictureResult;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.console.pictures.PictureResult.Picture;
import hallmonitor.moderation.console.pictures.PictureStore;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;

/**
 * A picture of a case's comment: veiled for the open case, and whole for anyone who asks for it.
 */
@Path("/cases/{id}/pictures/{key}")
@RolesAllowed(READ)
public class CasePicturePages {
  @CheckedTemplate(basePath = "console/cases")
  static class Templates {
    static native TemplateInstance picture(UUID caseId, PictureLink link, Picture picture);

    static native TemplateInstance pictureMissing(UUID caseId, PictureLink link, Missing missing);
  }

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
    PictureResult result = store.get(view.getKey(), link);
    return result instanceof Picture picture
        ? Templates.picture(id, link, picture)
        : Templates.pictureMissing(id, link, (Missing) result);
  }

  /** Returns the picture itself, and records who sees it. */
  @GET
  @Path("file")
  public Response file(@PathParam("id") UUID id, @PathParam("key") String key) {
    CaseView view = find(id);
    PictureLink link = link(view, key);
    PictureResult result = store.get(view.getKey(), link);
    if (result instanceof Missing missing) {
      return Response.status(Response.Status.NOT_FOUND)
          .type("text/plain;charset=UTF-8")
          .entity(ReaderLanguage.says(missing.why()) + "\n")
          .build();
    }
    Picture picture = (Picture) result;
    audit.read(viewer.userName(), "picture-read", id.toString());
    String name = link.number() + "." + picture.type().name().toLowerCase(Locale.ROOT);
    return Response.ok(picture.content(), picture.type().mediaType())
        .header("Content-Disposition", "inline; filename=\"picture-" + name + "\"")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
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
