package hallmonitor.moderation.console.comments;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Lists all comments, the newest first, and leads from a pasted link to its comment. */
@Path("/comments")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class CommentListPages {
  @CheckedTemplate(basePath = "console/comments")
  static class Templates {
    static native TemplateInstance comments(CommentListing list);
  }

  private final VisibleComments visible;

  CommentListPages(VisibleComments visible) {
    this.visible = visible;
  }

  /**
   * Shows the list, or what a link leads to: a single comment opens at once.
   *
   * @param link a link or an id, as pasted
   * @param account empty for all
   * @param after where the page begins
   */
  @GET
  public Response page(
      @QueryParam("link") @DefaultValue("") String link,
      @QueryParam("account") @DefaultValue("") String account,
      @QueryParam("after") @DefaultValue("") String after) {
    if (!link.isBlank()) {
      return found(link.strip());
    }
    List<ListedComment> some = visible.newest(account.replace("\0", ""), PlaceInList.parse(after));
    boolean more = some.size() > CommentQueries.PAGE;
    List<ListedComment> shown = more ? some.subList(0, CommentQueries.PAGE) : some;
    String next = more ? PlaceInList.of(shown.get(shown.size() - 1)).toString() : "";
    return Response.ok(page("", account, shown, next, Sentence.NONE)).build();
  }

  private Response found(String link) {
    Optional<PastedLink> pasted = PastedLink.of(link);
    List<ListedComment> found = pasted.map(visible::find).orElse(List.of());
    if (found.size() == 1) {
      return Response.seeOther(URI.create(found.get(0).getHref())).build();
    }
    Sentence problem =
        found.isEmpty()
            ? Sentence.of(
                "Nothing that was read here has this link. Copy the link of the comment itself: on most"
                    + " platforms it is behind the time of the comment.")
            : Sentence.NONE;
    return Response.ok(page(link, "", found, "", problem)).build();
  }

  private TemplateInstance page(
      String pasted, String account, List<ListedComment> comments, String next, Sentence problem) {
    return Templates.comments(
        new CommentListing(pasted, account, visible.accounts(), comments, next, problem));
  }
}
