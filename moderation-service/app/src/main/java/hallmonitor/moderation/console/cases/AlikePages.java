package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.SeenCase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages for the similar open cases that form one row of the queue: to read, and to decide together.
 */
@Path("/cases/{id}/alike")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class AlikePages {
  @CheckedTemplate(basePath = "console/cases")
  static class Templates {
    static native TemplateInstance alike(
        CaseView first,
        List<CaseView> others,
        QueueAside beside,
        Sentence sentence,
        List<CaseView> left);

    static native TemplateInstance alikeList(
        CaseView first, List<CaseView> others, QueueAside beside);

    static native TemplateInstance alikeRows(
        CasePages.Row first,
        Outcome outcome,
        List<CasePages.Row> left,
        Outcome changed,
        CasePages.@Nullable Row next,
        Outcome nothing);
  }

  private static final Outcome CHANGED =
      new Outcome(
          "problem",
          Sentence.of(
              "This case changed after you opened it, so it was not decided. Review it again."));

  private final CaseQueries cases;
  private final QueueAsides besides;
  private final AlikeDecision decision;
  private final CaseAnswers answers;
  private final RequestAudit audit;
  private final Viewer viewer;

  AlikePages(
      CaseQueries cases,
      QueueAsides besides,
      AlikeDecision decision,
      CaseAnswers answers,
      RequestAudit audit,
      Viewer viewer) {
    this.cases = cases;
    this.besides = besides;
    this.decision = decision;
    this.answers = answers;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Lists them, as a page or below the row. */
  @GET
  public TemplateInstance alike(
      @PathParam("id") UUID id, @HeaderParam("HX-Request") String partOfPage) {
    CaseView first = find(id);
    QueueAside beside = besides.of(id, viewer.userName());
    List<CaseView> others = others(beside);
    audit.add(viewer.userName(), "alike-read", id.toString(), others.size() + " others");
    return partOfPage != null
        ? Templates.alikeList(first, others, beside)
        : Templates.alike(first, others, beside, Sentence.NONE, List.of());
  }

  /**
   * Decides each case by its own rules in its own transaction. A case that changed since it was
   * shown stays unchanged and is reported.
   *
   * @param alike the other cases with their versions, as in the row
   */
  @POST
  @RolesAllowed(ACT)
  @Path("decision")
  public Response decide(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("decision") String kind,
      @FormParam("note") String note,
      @FormParam("alike") String alike,
      @FormParam("others") String others,
      @HeaderParam("HX-Request") String partOfPage) {
    find(id);
    UUID fold = besides.of(id, viewer.userName()).fold();
    AlikeDecision.Done done;
    try {
      done =
          decision.decide(
              new SeenCase(id, version),
              members(alike),
              DecidingPages.kind(kind),
              DecidingForms.words("", note),
              others != null);
    } catch (DecidingForms.Unusable e) {
      return answers.of(id, new Outcome("problem", e.sentence()), partOfPage != null);
    }
    int status = done.decided() > 0 ? 200 : 409;
    return Response.status(status)
        .entity(partOfPage != null ? rows(id, fold, done) : page(id, done))
        .build();
  }

  private TemplateInstance rows(UUID id, @Nullable UUID fold, AlikeDecision.Done done) {
    Outcome outcome = new Outcome(done.decided() > 0 ? "done" : "problem", done.sentence());
    CasePages.Row next =
        cases
            .firstOf(fold, viewer.scope())
            .filter(view -> !view.caseId().equals(id))
            .filter(view -> done.left().stream().noneMatch(m -> m.caseId().equals(view.caseId())))
            .map(this::row)
            .orElse(null);
    return Templates.alikeRows(
        row(find(id)),
        outcome,
        left(id, done).stream().map(this::row).toList(),
        CHANGED,
        next,
        Outcome.NONE);
  }

  private TemplateInstance page(UUID id, AlikeDecision.Done done) {
    QueueAside beside = besides.of(id, viewer.userName());
    return Templates.alike(find(id), others(beside), beside, done.sentence(), left(id, done));
  }

  private List<CaseView> left(UUID id, AlikeDecision.Done done) {
    return cases.all(
        done.left().stream()
            .map(SeenCase::caseId)
            .filter(other -> !other.equals(id))
            .limit(10)
            .toList(),
        viewer.scope());
  }

  private CasePages.Row row(CaseView view) {
    return new CasePages.Row(view, besides.of(view.caseId(), viewer.userName()));
  }

  private List<CaseView> others(QueueAside beside) {
    return cases.all(beside.members().stream().map(SeenCase::caseId).toList(), viewer.scope());
  }

  private static List<SeenCase> members(String code) {
    try {
      List<SeenCase> members = FoldMembers.read(code == null ? "" : code);
      if (members.size() > QueueAside.MOST) {
        throw new BadRequestException();
      }
      return members;
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}
