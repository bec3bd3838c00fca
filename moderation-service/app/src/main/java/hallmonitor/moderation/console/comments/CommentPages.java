package hallmonitor.moderation.console.comments;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.console.cases.RevisionView;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.cases.CaseOpenings;
import hallmonitor.moderation.store.escalation.CaseDesk;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a comment that has no case, and opens one. With a case, that is its page. */
@Path("/comments/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class CommentPages {
  /** What a person wants to do with the comment; each opens its case first. */
  enum Wish {
    OPEN,
    HIDE,
    ESCALATE,
    SEAL
  }

  /**
   * What a person entered, shown again if it cannot be used.
   *
   * @param clause id of the chosen clause; may be empty
   */
  public record Entered(String clause, String why, Sentence problem) {
    static final Entered NOTHING = new Entered("", "", Sentence.NONE);
  }

  @CheckedTemplate(basePath = "console/comments")
  static class Templates {
    static native TemplateInstance comment(
        CommentView view,
        List<CaseQueries.Neighbor> thread,
        List<RevisionView> revisions,
        List<Clause> clauses,
        Entered entered);
  }

  private final VisibleComments visible;
  private final CommentQueries comments;
  private final CaseQueries cases;
  private final CaseOpenings openings;
  private final Decisions decisions;
  private final CaseDesk desk;
  private final DecidingForms forms;
  private final LiveRules rules;
  private final RequestAudit audit;
  private final Viewer viewer;

  CommentPages(
      VisibleComments visible,
      CommentQueries comments,
      CaseQueries cases,
      CaseOpenings openings,
      Decisions decisions,
      CaseDesk desk,
      DecidingForms forms,
      LiveRules rules,
      RequestAudit audit,
      Viewer viewer) {
    this.visible = visible;
    this.comments = comments;
    this.cases = cases;
    this.openings = openings;
    this.decisions = decisions;
    this.desk = desk;
    this.forms = forms;
    this.rules = rules;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public Response page(@PathParam("id") String id) {
    CommentView view = find(id);
    return view.caseId() == null
        ? Response.ok(page(view, Entered.NOTHING)).build()
        : to("/cases/" + view.caseId());
  }

  private TemplateInstance page(CommentView view, Entered entered) {
    audit.read(viewer.userName(), "comment-read", view.account() + " " + view.commentId());
    return Templates.comment(
        view,
        cases.thread(view.getKey(), viewer.scope()),
        RevisionView.of(cases.revisions(view.getKey())),
        forms.clauses(),
        entered);
  }

  /**
   * Opens a case, and does with it what was asked for. A case that someone opened meanwhile is
   * shown instead, and nothing is done with it.
   *
   * @param clause that the comment breaks, in the person's opinion
   * @param wish code of what to do
   */
  @POST
  @Path("case")
  @RolesAllowed(ACT)
  public Response open(
      @PathParam("id") String id,
      @FormParam("clause") @Nullable String clause,
      @FormParam("why") @Nullable String why,
      @FormParam("wish") @Nullable String wish) {
    CommentView view = find(id);
    if (view.caseId() != null) {
      return to("/cases/" + view.caseId());
    }
    try {
      String words = DecidingForms.words("", why);
      if (words.isEmpty()) {
        throw new Unusable(Sentence.of("Say why. It stays on record with the case."));
      }
      Clause chosen =
          forms
              .clause(clause)
              .orElseThrow(() -> new Unusable(Sentence.of("Choose the clause that it may break.")));
      return to(carryOut(view, chosen, words, wish(wish)));
    } catch (Unusable | Decisions.NotLegal e) {
      Entered entered =
          new Entered(clause == null ? "" : clause, why == null ? "" : why, e.sentence());
      return Response.status(422).entity(page(view, entered)).build();
    }
  }

  /** Returns where to go on. */
  private String carryOut(CommentView view, Clause clause, String words, Wish wish) {
    CommentKey comment = view.getKey();
    String building = rules.get().building(comment.account());
    UUID opened =
        openings
            .open(comment, building, clause, viewer.userName(), words)
            .orElseThrow(NotFoundException::new);
    String page = "/cases/" + opened;
    try {
      switch (wish) {
        case OPEN -> {}
        case HIDE ->
            decisions.decide(new Decision(opened, 0, Decision.Kind.HIDE, viewer.userName(), words));
        case SEAL ->
            desk.capture(
                UUID.randomUUID(),
                opened,
                new CaseDesk.Who(viewer.userName(), viewer.getDisplayName()),
                words);
        case ESCALATE -> {
          return page + "/escalate";
        }
      }
    } catch (Decisions.CaseChanged | Decisions.NotLegal e) {
      // Someone was faster, or it is hidden already: its page shows how it is.
      return page;
    }
    return page;
  }

  private static Wish wish(@Nullable String code) {
    try {
      return EnumCodes.read(Wish.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }

  private CommentView find(String id) {
    return CommentAddress.parse(id)
        .flatMap(comment -> comments.find(comment, visible.sight()))
        .orElseThrow(NotFoundException::new);
  }

  private static Response to(String place) {
    return Response.seeOther(URI.create(place)).build();
  }
}
