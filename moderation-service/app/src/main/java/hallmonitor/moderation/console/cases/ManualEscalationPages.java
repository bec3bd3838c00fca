package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.console.cases.ManualEscalationDesk.Wanted;
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
import java.util.List;
import java.util.UUID;

/** Escalates a case by hand that the policy did not escalate. */
@Path("/cases/{id}/escalate")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ACT)
public class ManualEscalationPages {
  @CheckedTemplate(basePath = "console/cases")
  static class Templates {
    static native TemplateInstance escalateWords(DecidingForm form);

    static native TemplateInstance escalatePage(DecidingForm form);
  }

  private final CaseQueries cases;
  private final ManualEscalationDesk desk;
  private final DecidingForms forms;
  private final CaseAnswers answers;
  private final Viewer viewer;

  ManualEscalationPages(
      CaseQueries cases,
      ManualEscalationDesk desk,
      DecidingForms forms,
      CaseAnswers answers,
      Viewer viewer) {
    this.cases = cases;
    this.desk = desk;
    this.forms = forms;
    this.answers = answers;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance form(
      @PathParam("id") UUID id, @HeaderParam("HX-Request") String partOfPage) {
    DecidingForm form = forms.of(find(id));
    return partOfPage != null
        ? Templates.escalateWords(form.asPart())
        : Templates.escalatePage(form);
  }

  /**
   * Escalates.
   *
   * @param roles who is notified; none for those that the clause names
   * @param urgency empty for the clause's own
   */
  @POST
  public Response escalate(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("clause") String clause,
      @FormParam("roles") List<String> roles,
      @FormParam("urgency") String urgency,
      @FormParam("reason") String reason,
      @FormParam("note") String note,
      @HeaderParam("HX-Request") String partOfPage) {
    CaseView view = find(id);
    Outcome outcome;
    try {
      String why = DecidingForms.words(reason, note);
      outcome = desk.escalate(view, version, new Wanted(clause, roles, urgency, why));
    } catch (Unusable e) {
      outcome = new Outcome("problem", e.sentence());
    }
    return answers.of(id, outcome, partOfPage != null);
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}
