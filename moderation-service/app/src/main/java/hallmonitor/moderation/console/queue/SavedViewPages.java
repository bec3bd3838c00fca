package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;

/** A person's own views of the queue: save, rename, delete, and the one to open with. */
@Path("/queue/views")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class SavedViewPages {
  @CheckedTemplate(basePath = "console/queue")
  static class Templates {
    static native TemplateInstance savedViews(List<SavedView> views, Sentence problem);
  }

  private static final Sentence NO_NAME =
      Sentence.of("Enter a name of 1 to {1} characters.", SavedViews.LONGEST_NAME);

  private final SavedViews views;
  private final Viewer viewer;

  SavedViewPages(SavedViews views, Viewer viewer) {
    this.views = views;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance all() {
    return page(Sentence.NONE);
  }

  /** Saves the filters of the address under a name. */
  @POST
  public Response save(@Context UriInfo address, @FormParam("name") String name) {
    String query = QueueFilter.of(address.getQueryParameters()).getQuery();
    String plain = plain(name);
    if (plain.isEmpty()) {
      return refused(NO_NAME);
    }
    return views.save(viewer.userName(), plain, query)
        ? Response.seeOther(URI.create("/queue?" + query)).build()
        : refused(
            Sentence.of(
                "You already have {1} views. Delete one, then save this one.", SavedViews.MOST));
  }

  /**
   * @param act {@code rename}, {@code delete} or {@code first}
   */
  @POST
  @Path("change")
  public Response change(
      @FormParam("name") String name,
      @FormParam("new-name") String newName,
      @FormParam("act") String act) {
    String view = String.valueOf(name);
    switch (String.valueOf(act)) {
      case "rename" -> {
        String plain = plain(newName);
        if (plain.isEmpty()) {
          return refused(NO_NAME);
        }
        if (!plain.equals(view) && !views.rename(viewer.userName(), view, plain)) {
          return refused(
              Sentence.of("You already have a view with that name. Choose a different one."));
        }
      }
      case "delete" -> views.delete(viewer.userName(), view);
      case "first" -> views.toggleFirst(viewer.userName(), view);
      default -> throw new NotFoundException();
    }
    return Response.seeOther(URI.create("/queue/views")).build();
  }

  private Response refused(Sentence problem) {
    return Response.status(409).entity(page(problem)).build();
  }

  private TemplateInstance page(Sentence problem) {
    return Templates.savedViews(views.of(viewer.userName()), problem);
  }

  /** Empty if the text is not a name. */
  private static String plain(String name) {
    String plain = name == null ? "" : name.replace("\0", "").strip();
    return plain.length() > SavedViews.LONGEST_NAME ? "" : plain;
  }
}
