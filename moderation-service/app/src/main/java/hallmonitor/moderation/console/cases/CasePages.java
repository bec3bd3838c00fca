package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.Action;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.escalations.EscalationPanel;
import hallmonitor.moderation.console.escalations.EscalationPanels;
import hallmonitor.moderation.console.live.Claims;
import hallmonitor.moderation.console.translation.Translations;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.escalation.CaseDesk;
import hallmonitor.moderation.wording.Sentence;
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
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows one case, as a page or beside the queue. */
@Path("/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class CasePages {
  /**
   * Everything on the page of a case.
   *
   * @param since position of the known events; the page receives later ones
   */
  record CaseFile(
      EventPosition since,
      CaseView view,
      @Nullable Clause clause,
      @Nullable PostVersion post,
      List<CaseQueries.Neighbor> thread,
      List<RevisionView> revisions,
      SpanishHelp help,
      DecidingForm form,
      List<Proposal> deletions,
      List<HistoryLine> timeline,
      int strikes,
      List<CaseQueries.Earlier> earlier,
      EscalationPanel concern) {
    private static final Set<String> TOLD =
        Set.of(
            "reminded",
            "passed-on",
            "handed-over",
            "acknowledged",
            "acknowledgment-expired",
            "undelivered",
            "closed");

    /** Returns what was found and weighs, and the other signs. */
    public CaseReasons getReasons() {
      return CaseReasons.of(view.getFindings(), clause, view.category());
    }

    /**
     * Returns what stands before the comment. A page, which a phone shows too, begins with the
     * comment and what it replies to; the pane beside the queue has room for its thread.
     */
    public List<CaseQueries.Neighbor> leading(boolean pane) {
      return thread.stream().filter(n -> isLeading(n, pane)).toList();
    }

    /** Returns the rest of the thread. */
    public List<CaseQueries.Neighbor> following(boolean pane) {
      return thread.stream().filter(n -> !isLeading(n, pane)).toList();
    }

    private static boolean isLeading(CaseQueries.Neighbor neighbor, boolean pane) {
      return neighbor.place().equals("parent") || pane && neighbor.place().equals("before");
    }

    /** Returns who was told, and the result. */
    public List<HistoryLine> getNotices() {
      return timeline.stream()
          .filter(e -> e.kind().matches("(notice|message)-.*") || TOLD.contains(e.kind()))
          .toList();
    }
  }

  /**
   * The result of a decision, shown beside the updated row.
   *
   * @param kind {@code done} or {@code problem}
   */
  public record Outcome(String kind, Sentence sentence) {
    static final Outcome NONE = new Outcome("", Sentence.NONE);

    Outcome and(Sentence more) {
      return new Outcome(kind, sentence.and(more));
    }

    /** Describes the effects of a decision to the person who made it. */
    static Sentence of(Decision.Kind kind, CaseView before, CaseView now) {
      if (now.isElsewhere() && kind == Decision.Kind.CONFIRM) {
        return Sentence.of("Recorded as acted on.");
      }
      if (now.isElsewhere() && kind == Decision.Kind.DISMISS) {
        return Sentence.of("Recorded as no violation.");
      }
      return switch (kind) {
        case CONFIRM ->
            now.actionState().equals("hide-held")
                ? Sentence.of("Hide confirmed. It goes out once the evidence is sealed.")
                : Sentence.of("Hide confirmed.");
        case RESTORE ->
            now.actionState().equals("none")
                ? Sentence.of("Kept visible. The waiting hide is canceled.")
                : Sentence.of("Restored. It will be visible again in a moment.");
        case HIDE -> Sentence.of("Hidden. The platform is being told.");
        case DISMISS -> Sentence.of("No violation. It stays visible.");
        case HARMLESS ->
            Sentence.of("OK until edited. It stays out of the queue until its author edits it.");
        case UNDO ->
            before
                .getSituation()
                .undoes()
                .map(
                    action ->
                        action == Action.HIDE
                            ? Sentence.of("Undone. It is hidden again and back in the queue.")
                            : Sentence.of("Undone. It is visible again and back in the queue."))
                .orElse(Sentence.of("Undone. It is back in the queue."));
      };
    }
  }

  /** A row of the queue. */
  public record Row(CaseView item, QueueAside beside) {}

  @CheckedTemplate(basePath = "console/cases")
  static class Templates {
    static native TemplateInstance caseDetail(CaseFile file, QueueAside beside, boolean pane);

    static native TemplateInstance casePage(CaseFile file, QueueAside beside, Outcome outcome);

    static native TemplateInstance caseRow(CaseView item, QueueAside beside, Outcome outcome);
  }

  private final CaseQueries cases;
  private final LiveRules rules;
  private final DecidingForms forms;
  private final CaseProposals proposals;
  private final EscalationPanels concerns;
  private final CaseDesk desk;
  private final QueueAsides besides;
  private final Claims claims;
  private final RequestAudit audit;
  private final Viewer viewer;
  private final Translations translations;

  CasePages(
      CaseQueries cases,
      LiveRules rules,
      DecidingForms forms,
      CaseProposals proposals,
      EscalationPanels concerns,
      CaseDesk desk,
      QueueAsides besides,
      Claims claims,
      RequestAudit audit,
      Viewer viewer,
      Translations translations) {
    this.translations = translations;
    this.concerns = concerns;
    this.desk = desk;
    this.besides = besides;
    this.claims = claims;
    this.cases = cases;
    this.rules = rules;
    this.forms = forms;
    this.proposals = proposals;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(@PathParam("id") UUID id) {
    return page(id, Outcome.NONE);
  }

  /** Shows the case without a page around it. */
  @GET
  @Path("detail")
  public TemplateInstance detail(@PathParam("id") UUID id) {
    return Templates.caseDetail(open(id), beside(id), true);
  }

  /** Shows the case's queue row after a change. */
  @GET
  @Path("row")
  public TemplateInstance row(@PathParam("id") UUID id) {
    return row(id, Outcome.NONE);
  }

  /** Opens the next case in queue order, or the queue after the last one. */
  @GET
  @Path("next")
  public Response next(@PathParam("id") UUID id) {
    String next = cases.nextOpen(find(id), viewer.scope()).map(n -> "/cases/" + n).orElse("/queue");
    return Response.seeOther(URI.create(next)).build();
  }

  TemplateInstance page(UUID id, Outcome outcome) {
    return Templates.casePage(open(id), beside(id), outcome);
  }

  TemplateInstance row(UUID id, Outcome outcome) {
    return Templates.caseRow(find(id), beside(id), outcome);
  }

  private CaseFile open(UUID id) {
    EventPosition since = cases.knownNews();
    CaseView view = find(id);
    if (viewer.isActs()) {
      claims.look(id, viewer.userName());
    }
    audit.read(viewer.userName(), "case-read", id.toString());
    desk.viewed(id, new CaseDesk.Who(viewer.userName(), viewer.getDisplayName()));
    EscalationPanel concern = concerns.of(id, view.building());
    if (!concern.seals().isEmpty()) {
      audit.read(viewer.userName(), "evidence-read", id.toString());
    }
    return new CaseFile(
        since,
        view,
        rules.clause(view.clause()).orElse(null),
        cases.post(view).orElse(null),
        cases.thread(view.getKey(), viewer.scope()),
        RevisionView.of(cases.revisions(view.getKey())),
        SpanishHelp.of(view, translations),
        forms.of(view),
        proposals.about(view),
        cases.timeline(id).stream().map(e -> HistoryLine.of(e, rules)).toList(),
        cases.strikes(view, viewer.scope()),
        cases.earlierCases(view, viewer.scope()),
        concern);
  }

  private QueueAside beside(UUID id) {
    return besides.of(id, viewer.userName());
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}
