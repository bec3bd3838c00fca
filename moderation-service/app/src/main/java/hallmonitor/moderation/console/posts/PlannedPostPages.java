package hallmonitor.moderation.console.posts;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.posts.PlannedPost;
import hallmonitor.moderation.store.posts.PlannedPosts;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Account;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The posts that are written here before they go out. */
@Path("/planned-posts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class PlannedPostPages {
  @CheckedTemplate(basePath = "console/posts")
  static class Templates {
    static native TemplateInstance plannedPosts(
        List<PlannedPost> posts, List<Account> accounts, PlannedPostForm form);
  }

  private final PlannedPostQueries queries;
  private final PlannedPosts posts;
  private final LiveRules rules;
  private final Viewer viewer;

  PlannedPostPages(PlannedPostQueries queries, PlannedPosts posts, LiveRules rules, Viewer viewer) {
    this.queries = queries;
    this.posts = posts;
    this.rules = rules;
    this.viewer = viewer;
  }

  private List<Account> accounts() {
    return rules.district().current().value().accounts().stream()
        .filter(viewer.scope()::sees)
        .toList();
  }

  @GET
  public TemplateInstance page() {
    return page(PlannedPostForm.EMPTY);
  }

  private TemplateInstance page(PlannedPostForm form) {
    return Templates.plannedPosts(queries.all(viewer.scope()), accounts(), form);
  }

  /**
   * Starts a post.
   *
   * @param pictures {@code none}, {@code nobody} or {@code checked}
   * @param checkedBy who checked that each pictured student may be shown
   */
  @POST
  @RolesAllowed(ACT)
  public Response write(
      @FormParam("account") @Nullable String account,
      @FormParam("title") @Nullable String title,
      @FormParam("body") @Nullable String body,
      @FormParam("pictures") @Nullable String pictures,
      @FormParam("checked-by") @Nullable String checkedBy) {
    Optional<Account> chosen =
        accounts().stream().filter(one -> one.id().equals(account)).findFirst();
    PlannedPostForm typed =
        PlannedPostForm.typed(chosen.map(Account::id).orElse(""), title, body, pictures, checkedBy);
    PlannedPostForm form =
        chosen.isEmpty() ? typed.saying(Sentence.of("Choose the account that it is for.")) : typed;
    if (!form.problem().isEmpty()) {
      return Response.status(422).entity(page(form)).build();
    }
    UUID id =
        posts.write(
            form.account(), chosen.orElseThrow().building(), form.content(), viewer.userName());
    return Response.seeOther(URI.create("/planned-posts/" + id)).build();
  }
}
