package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Person.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Person.MODERATOR;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.console.AuditLog;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.escalations.Concern;
import hallmonitor.moderation.console.escalations.Concerns;
import hallmonitor.moderation.pipeline.Rules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.CaseDesk;
import hallmonitor.moderation.store.HarmlessTexts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** One case: to read, as a page or beside the queue, and to decide. */
@Path("/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({MODERATOR, ADMINISTRATOR})
public class CasePages {
  private static final int LONGEST_NOTE = 2_000;

  /** Everything that the page of a case shows. */
  record CaseFile(
      CaseView view,
      Clause clause,
      List<CaseQueries.Neighbour> thread,
      List<CaseQueries.Revision> revisions,
      List<CaseQueries.Event> timeline,
      int strikes,
      List<CaseQueries.Earlier> earlier,
      Concern concern) {
    private static final Set<String> ABOVE = Set.of("parent", "before");
    private static final Set<String> TOLD =
        Set.of("reminded", "passed-on", "handed-over", "acknowledged", "undelivered", "closed");

    /** The thread down to the comment. */
    public List<CaseQueries.Neighbour> getBefore() {
      return thread.stream().filter(n -> ABOVE.contains(n.place())).toList();
    }

    /** The thread from the comment on. */
    public List<CaseQueries.Neighbour> getAfter() {
      return thread.stream().filter(n -> !ABOVE.contains(n.place())).toList();
    }

    /** Who was told, and what became of it. */
    public List<CaseQueries.Event> getNotices() {
      return timeline.stream()
          .filter(e -> e.kind().startsWith("notice") || TOLD.contains(e.kind()))
          .toList();
    }
  }

  /**
   * What came of a decision, beside the fresh row.
   *
   * @param kind {@code done} or {@code problem}
   */
  public record Outcome(String kind, String sentence) {
    static final Outcome NONE = new Outcome("", "");
  }

  /** A row of the queue. */
  public record Row(CaseView item, Beside beside) {}

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance caseDetail(CaseFile file, Beside beside);

    static native TemplateInstance casePage(CaseFile file, Beside beside, Outcome outcome);

    static native TemplateInstance caseRow(CaseView item, Beside beside, Outcome outcome);
  }

  private final CaseQueries cases;
  private final Decisions decisions;
  private final Rules rules;
  private final Concerns concerns;
  private final CaseDesk desk;
  private final Besides besides;
  private final Claims claims;
  private final HarmlessTexts texts;
  private final AuditLog audit;
  private final Viewer viewer;

  CasePages(
      CaseQueries cases,
      Decisions decisions,
      Rules rules,
      Concerns concerns,
      CaseDesk desk,
      Besides besides,
      Claims claims,
      HarmlessTexts texts,
      AuditLog audit,
      Viewer viewer) {
    this.concerns = concerns;
    this.desk = desk;
    this.besides = besides;
    this.claims = claims;
    this.texts = texts;
    this.cases = cases;
    this.decisions = decisions;
    this.rules = rules;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(@PathParam("id") UUID id) {
    return Templates.casePage(open(id), beside(id), Outcome.NONE);
  }

  /** The same without a page around it. */
  @GET
  @Path("detail")
  public TemplateInstance detail(@PathParam("id") UUID id) {
    return Templates.caseDetail(open(id), beside(id));
  }

  /** The row as the queue shows it, after a change. */
  @GET
  @Path("row")
  public TemplateInstance row(@PathParam("id") UUID id) {
    return Templates.caseRow(find(id), beside(id), Outcome.NONE);
  }

  @POST
  @Path("decision")
  public Response decide(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("decision") String kind,
      @FormParam("note") String note,
      @FormParam("others") String others,
      @HeaderParam("HX-Request") String partOfPage) {
    Outcome outcome = decide(id, version, kind, note == null ? "" : note.strip(), others != null);
    int status = outcome.kind().equals("done") ? 200 : 409;
    if (partOfPage != null) {
      return Response.status(status)
          .entity(Templates.caseRow(find(id), beside(id), outcome))
          .build();
    }
    return status == 200
        ? Response.seeOther(URI.create("/cases/" + id)).build()
        : Response.status(status).entity(Templates.casePage(open(id), beside(id), outcome)).build();
  }

  private Outcome decide(UUID id, int version, String kind, String note, boolean setBack) {
    if (note.length() > LONGEST_NOTE) {
      return new Outcome("problem", "The note is too long; shorten it to 2,000 characters.");
    }
    Decision.Kind decision = kind(kind);
    try {
      decisions.decide(new Decision(id, version, decision, viewer.userName(), note));
      boolean marked =
          setBack && decision == Decision.Kind.HARMLESS && texts.remember(id, viewer.userName());
      return new Outcome("done", done(decision, find(id)) + (marked ? AlikeDecision.SET_BACK : ""));
    } catch (Decisions.CaseChanged e) {
      return new Outcome("problem", changed(find(id)));
    } catch (Decisions.NotLegal e) {
      return new Outcome("problem", e.getMessage());
    }
  }

  static Decision.Kind kind(String code) {
    try {
      return Decision.Kind.valueOf(String.valueOf(code).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }

  private static String done(Decision.Kind kind, CaseView now) {
    return switch (kind) {
      case CONFIRM ->
          now.actionState().equals("hide-held")
              ? "Confirmed: it is hidden once its evidence is sealed."
              : "Confirmed: it stays hidden.";
      case RESTORE ->
          now.actionState().equals("none")
              ? "Cancelled: the hide that waited never went out."
              : "Restore ordered.";
      case HIDE -> "Hide ordered.";
      case DISMISS -> "Dismissed: it stays visible.";
      case HARMLESS -> "Marked harmless: it stays out of the queue until its author edits it.";
    };
  }

  private static String changed(CaseView now) {
    return now.isDecided()
        ? now.deciderName() + " decided this first. Nothing was changed; this is how it stands now."
        : "This case changed since you looked. Nothing was changed; look again and decide.";
  }

  private CaseFile open(UUID id) {
    CaseView view = find(id);
    claims.look(id, viewer.userName());
    audit.add(viewer.userName(), "case-read", id.toString(), "");
    desk.viewed(id, new CaseDesk.Who(viewer.userName(), viewer.getDisplayName()));
    Concern concern = concerns.of(id, view.building());
    if (!concern.seals().isEmpty()) {
      audit.add(viewer.userName(), "evidence-read", id.toString(), "");
    }
    return new CaseFile(
        view,
        rules.clause(view.clause()).orElse(null),
        cases.thread(view),
        cases.revisions(view),
        cases.timeline(id),
        cases.strikes(view),
        cases.earlierCases(view),
        concern);
  }

  private Beside beside(UUID id) {
    return besides.of(id, viewer.userName());
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}
