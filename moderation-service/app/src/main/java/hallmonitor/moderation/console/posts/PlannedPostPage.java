package hallmonitor.moderation.console.posts;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.PostCheck;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.store.posts.PlannedPost;
import hallmonitor.moderation.store.posts.PlannedPost.State;
import hallmonitor.moderation.store.posts.PlannedPosts;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One planned post: its author changes it, asks and publishes; somebody else approves. */
@Path("/planned-posts/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class PlannedPostPage {
  @CheckedTemplate(basePath = "console/posts")
  static class Templates {
    static native TemplateInstance plannedPost(PlannedPostView view, PlannedPostForm form);
  }

  /** What people do with a planned post. */
  enum Act {
    ASK(State.ASKED, "approvers"),
    APPROVE(State.APPROVED, "author"),
    RETURN(State.WRITING, "author"),
    REOPEN(State.WRITING, ""),
    PUBLISH(State.PUBLISHED, ""),
    DISCARD(State.DISCARDED, "");

    private final State to;
    private final String tell;

    Act(State to, String tell) {
      this.to = to;
      this.tell = tell;
    }

    boolean isAnswer() {
      return this == APPROVE || this == RETURN;
    }

    /** Returns whether this person may do it while the post stands like this. */
    boolean isOpenIn(PlannedPostView view) {
      return switch (this) {
        case ASK -> view.mine() && view.isWriting();
        case APPROVE, RETURN -> view.approving() && view.isAsked();
        case REOPEN -> view.mine() && (view.isAsked() || view.isApproved());
        case PUBLISH -> view.mine() && (view.isWriting() || view.isApproved());
        case DISCARD -> view.mine() && !view.isPublished();
      };
    }

    /** Returns what must be fixed first; empty if nothing. */
    Sentence problem(PlannedPostView view, String note) {
      if (note.length() > LONGEST_NOTE || this == RETURN && note.isEmpty()) {
        return Sentence.of("Say in at most 2,000 characters what should change.");
      }
      if ((this == ASK || this == APPROVE) && view.check().isStopped()) {
        return Sentence.of("It names a student who must not be named. Nobody can approve that.");
      }
      return this == PUBLISH && !view.isReady()
          ? Sentence.of("It can't go out yet. See what stands in its way.")
          : Sentence.NONE;
    }
  }

  private static final int LONGEST_NOTE = 2_000;

  private static final Sentence NOT_YOURS =
      Sentence.of(
          "Only its author changes a planned post, and only one of the people named on its page"
              + " approves it.");

  private final PlannedPostQueries queries;
  private final PlannedPosts posts;
  private final PlannedPostDesk desk;
  private final Viewer viewer;

  PlannedPostPage(
      PlannedPostQueries queries, PlannedPosts posts, PlannedPostDesk desk, Viewer viewer) {
    this.queries = queries;
    this.posts = posts;
    this.desk = desk;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(@PathParam("id") UUID id) {
    PlannedPost post = find(id);
    return page(post, PlannedPostForm.of(post));
  }

  private PlannedPost find(UUID id) {
    return queries.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }

  private TemplateInstance page(PlannedPost post, PlannedPostForm form) {
    return Templates.plannedPost(view(post), form);
  }

  private PlannedPostView view(PlannedPost post) {
    PostCheck check = desk.check(post);
    return new PlannedPostView(
        post,
        check,
        desk.approvers(post, check),
        viewer.isActs() && post.author().equals(viewer.userName()),
        viewer.isActs() && desk.mayApprove(viewer.user(), post, check));
  }

  /** Stores another text. Only its author can, and only before an approval is asked for. */
  @POST
  @Path("text")
  @RolesAllowed(ACT)
  public Response save(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("title") @Nullable String title,
      @FormParam("body") @Nullable String body,
      @FormParam("pictures") @Nullable String pictures,
      @FormParam("checked-by") @Nullable String checkedBy) {
    PlannedPost post = find(id);
    if (!view(post).mine()) {
      return StaleView.at(address(post), NOT_YOURS);
    }
    PlannedPostForm form = PlannedPostForm.typed(post.account(), title, body, pictures, checkedBy);
    if (!form.problem().isEmpty()) {
      return Response.status(422).entity(page(post, form)).build();
    }
    return answer(post, post.version() == version && posts.save(post, form.content()));
  }

  private static String address(PlannedPost post) {
    return "/planned-posts/" + post.id();
  }

  private static Response answer(PlannedPost post, boolean done) {
    return done
        ? Response.seeOther(URI.create(address(post))).build()
        : StaleView.at(address(post), Sentence.of("The post changed meanwhile. Look at it again."));
  }

  /**
   * Moves the post on.
   *
   * @param act code of an {@link Act}
   * @param note of an answer; needed to return it
   */
  @POST
  @RolesAllowed(ACT)
  public Response move(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("act") @Nullable String act,
      @FormParam("note") @Nullable String note) {
    PlannedPost post = find(id);
    PlannedPostView view = view(post);
    Act asked = act(act);
    String words = note == null ? "" : note.replace("\0", "").strip();
    if (post.version() != version) {
      return answer(post, false);
    }
    if (!asked.isOpenIn(view)) {
      return StaleView.at(address(post), NOT_YOURS);
    }
    Sentence problem = asked.problem(view, words);
    if (!problem.isEmpty()) {
      return Response.status(422)
          .entity(page(post, PlannedPostForm.of(post).saying(problem)))
          .build();
    }
    boolean done;
    try {
      done = posts.move(post, asked.to, viewer.userName(), asked.tell, asked.isAnswer(), words);
    } catch (NotLegal e) {
      return StaleView.at(address(post), e.sentence());
    }
    return done && asked == Act.DISCARD
        ? Response.seeOther(URI.create("/planned-posts")).build()
        : answer(post, done);
  }

  private static Act act(@Nullable String code) {
    try {
      return EnumCodes.read(Act.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }
}
