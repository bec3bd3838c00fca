package hallmonitor.moderation.console.bulk;

import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.casework.SeenCase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.console.cases.ManualEscalationDesk;
import hallmonitor.moderation.console.cases.ManualEscalationDesk.Wanted;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Escalates several cases with one reason: first a form that lists them, then each by itself. */
@Path("/bulk/escalate")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ACT)
public class BulkEscalationPages {
  /** The form, with the cases as they are now. */
  public record Form(
      List<CaseView> cases, List<Clause> clauses, List<String> reasons, List<String> roles) {}

  @CheckedTemplate(basePath = "console/bulk")
  static class Templates {
    static native TemplateInstance bulkEscalate(Form form);
  }

  private final CaseQueries cases;
  private final DecidingForms forms;
  private final ManualEscalationDesk desk;
  private final Viewer viewer;

  BulkEscalationPages(
      CaseQueries cases, DecidingForms forms, ManualEscalationDesk desk, Viewer viewer) {
    this.cases = cases;
    this.forms = forms;
    this.desk = desk;
    this.viewer = viewer;
  }

  /** Lists the cases and asks why; changes nothing yet. */
  @POST
  public Response form(@FormParam("case") List<UUID> ids) {
    List<UUID> chosen = ids == null ? List.of() : ids.stream().distinct().toList();
    Sentence unusable = BulkPages.unusable(chosen.size());
    if (!unusable.isEmpty()) {
      return BulkPages.refused(unusable);
    }
    return Response.ok(
            Templates.bulkEscalate(
                new Form(
                    cases.all(chosen, viewer.scope()),
                    forms.clauses(),
                    forms.reasons(),
                    desk.roles())))
        .build();
  }

  /**
   * Escalates each case in its own transaction. A case that changed, or that was sent twice, says
   * so and stays as it is.
   *
   * @param items each {@code case id/version} as the form showed it
   */
  @POST
  @Path("now")
  public Response escalate(
      @FormParam("item") List<String> items,
      @FormParam("clause") String clause,
      @FormParam("roles") List<String> roles,
      @FormParam("urgency") String urgency,
      @FormParam("reason") String reason,
      @FormParam("note") String note) {
    List<SeenCase> chosen =
        items == null ? List.of() : items.stream().map(BulkPages::item).distinct().toList();
    Sentence unusable = BulkPages.unusable(chosen.size());
    if (!unusable.isEmpty()) {
      return BulkPages.refused(unusable);
    }
    try {
      Wanted wanted = new Wanted(clause, roles, urgency, DecidingForms.words(reason, note));
      return Response.ok(BulkClaimPages.Templates.bulkResults(escalated(chosen, wanted))).build();
    } catch (DecidingForms.Unusable e) {
      return BulkPages.refused(e.sentence());
    }
  }

  private BulkResults escalated(List<SeenCase> chosen, Wanted wanted) {
    Map<UUID, CaseView> found =
        cases.all(chosen.stream().map(SeenCase::caseId).toList(), viewer.scope()).stream()
            .collect(Collectors.toMap(CaseView::caseId, Function.identity()));
    List<BulkResults.Row> rows = new ArrayList<>();
    for (SeenCase seen : chosen) {
      CaseView view = found.get(seen.caseId());
      if (view != null) {
        Outcome outcome = desk.escalate(view, seen.version(), wanted);
        rows.add(new BulkResults.Row(view, outcome.kind().equals("done"), outcome.sentence()));
      }
    }
    return new BulkResults(
        Sentence.of("Escalated: {1} of {2}", BulkResults.done(rows), rows.size()), rows, false);
  }
}
