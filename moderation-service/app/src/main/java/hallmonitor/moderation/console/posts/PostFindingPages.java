package hallmonitor.moderation.console.posts;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.PostState;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.posts.PostJudgments;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policy finds in the district's own posts: what is open, fixed, and closed. */
@Path("/posts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class PostFindingPages {
  /**
   * The list.
   *
   * @param state code of the posts that are shown
   */
  public record Listing(String state, List<PostFinding> posts, LiveRules rules) {
    /** Returns the clauses that hold, as far as the policy still has them. */
    public List<Clause> clauses(PostFinding post) {
      return post.clauses().stream().flatMap(id -> rules.clause(id).stream()).toList();
    }

    public boolean isFull() {
      return posts.size() == PostFindings.MOST;
    }
  }

  @CheckedTemplate(basePath = "console/posts")
  static class Templates {
    static native TemplateInstance posts(Listing list, Sentence problem);
  }

  private final PostFindings findings;
  private final PostJudgments judgments;
  private final LiveRules rules;
  private final Viewer viewer;

  PostFindingPages(PostFindings findings, PostJudgments judgments, LiveRules rules, Viewer viewer) {
    this.findings = findings;
    this.judgments = judgments;
    this.rules = rules;
    this.viewer = viewer;
  }

  /**
   * Shows the list.
   *
   * @param state {@code open}, {@code mended} or {@code accepted}
   */
  @GET
  public TemplateInstance page(@QueryParam("state") @DefaultValue("open") String state) {
    return page(state(state), Sentence.NONE);
  }

  private TemplateInstance page(PostState state, Sentence problem) {
    return Templates.posts(
        new Listing(EnumCodes.of(state), findings.in(state, viewer.scope()), rules), problem);
  }

  private static PostState state(String code) {
    return switch (code) {
      case "mended" -> PostState.MENDED;
      case "accepted" -> PostState.ACCEPTED;
      default -> PostState.OPEN;
    };
  }

  /**
   * Closes a finding.
   *
   * @param seen the version that the person saw, as its form says
   */
  @POST
  @Path("{id}/acceptance")
  @RolesAllowed(ACT)
  public Response accept(
      @PathParam("id") String id,
      @FormParam("seen") @Nullable String seen,
      @FormParam("reason") @Nullable String reason) {
    PostFinding post =
        CommentAddress.parse(id)
            .flatMap(key -> findings.find(key, viewer.scope()))
            .orElseThrow(NotFoundException::new);
    try {
      String words = DecidingForms.words("", reason);
      if (words.isEmpty()) {
        throw new Unusable(Sentence.of("Say why nothing needs to change. It stays on record."));
      }
      boolean closed =
          post.observedAt().toString().equals(seen)
              && judgments.accept(
                  post.account(), post.postId(), post.observedAt(), viewer.userName(), words);
      return closed
          ? Response.seeOther(URI.create("/posts")).build()
          : StaleView.at(
              "/posts", Sentence.of("The post changed, or someone else closed this. Look again."));
    } catch (Unusable e) {
      return Response.status(422).entity(page(PostState.OPEN, e.sentence())).build();
    }
  }
}
