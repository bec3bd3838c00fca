package hallmonitor.moderation.console.comments;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.access.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The comments of an account that nobody has looked at. Who may act on them and opens the page has
 * looked at what it shows: that is what stops the clock of frequent monitoring.
 */
@Path("/accounts/{id}/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class NewCommentPages {
  @CheckedTemplate(basePath = "console/comments")
  static class Templates {
    static native TemplateInstance newComments(NewComments page);
  }

  private final VisibleComments visible;
  private final AccountLooks looks;
  private final Viewer viewer;

  NewCommentPages(VisibleComments visible, AccountLooks looks, Viewer viewer) {
    this.visible = visible;
    this.looks = looks;
    this.viewer = viewer;
  }

  /**
   * Shows a page. Its address says where it begins, so that it shows the same when it is opened
   * again.
   *
   * @param after empty for the first comment that nobody has looked at
   */
  @GET
  public Response page(
      @PathParam("id") String id, @QueryParam("after") @DefaultValue("") String after) {
    if (visible.accounts().stream().noneMatch(account -> account.id().equals(id))) {
      throw new NotFoundException();
    }
    Optional<AccountLooks.Look> look = looks.of(id);
    Optional<PlaceInList> from =
        PlaceInList.parse(after).filter(place -> place.comment().account().equals(id));
    if (from.isEmpty()) {
      PlaceInList start =
          look.map(AccountLooks.Look::place)
              .orElseGet(() -> new PlaceInList(Instant.now(), new CommentKey(id, "")));
      return Response.seeOther(URI.create(address(id, start))).build();
    }
    return Response.ok(page(id, from.get(), look)).build();
  }

  private TemplateInstance page(String id, PlaceInList from, Optional<AccountLooks.Look> look) {
    List<ListedComment> some = visible.since(id, from);
    boolean more = some.size() > CommentQueries.PAGE;
    List<ListedComment> shown = more ? some.subList(0, CommentQueries.PAGE) : some;
    if (!shown.isEmpty() && viewer.isActs()) {
      looks.add(from, PlaceInList.of(shown.get(shown.size() - 1)), viewer.userName());
    }
    String next = more ? address(id, PlaceInList.of(shown.get(shown.size() - 1))) : "";
    return Templates.newComments(
        new NewComments(
            id,
            shown,
            next,
            look.filter(l -> !l.lookedBy().isEmpty()).map(AccountLooks.Look::lookedAt).orElse(null),
            look.map(AccountLooks.Look::lookedBy).orElse("")));
  }

  private static String address(String account, PlaceInList after) {
    return "/accounts/"
        + account
        + "/new?after="
        + URLEncoder.encode(after.toString(), StandardCharsets.UTF_8);
  }
}
