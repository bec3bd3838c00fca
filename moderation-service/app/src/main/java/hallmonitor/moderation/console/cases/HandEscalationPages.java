package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.HandEscalation;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.store.escalation.HandEscalations;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Account;
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
public class HandEscalationPages {
  @CheckedTemplate(basePath = "console/cases")
  static class Templates {
    static native TemplateInstance escalateWords(DecidingForm form);

    static native TemplateInstance escalatePage(DecidingForm form);
  }

  private final CaseQueries cases;
  private final HandEscalations escalations;
  private final DecidingForms forms;
  private final CaseAnswers answers;
  private final LiveRules rules;
  private final Viewer viewer;

  HandEscalationPages(
      CaseQueries cases,
      HandEscalations escalations,
      DecidingForms forms,
      CaseAnswers answers,
      LiveRules rules,
      Viewer viewer) {
    this.cases = cases;
    this.escalations = escalations;
    this.forms = forms;
    this.answers = answers;
    this.rules = rules;
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
   * @param roles who is told; none for those whom the clause names
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
      HandEscalation asked =
          asked(view, version, clause, roles, urgency, DecidingForms.words(reason, note));
      escalations.escalate(asked, accountName(view.account()));
      outcome =
          new Outcome(
              "done",
              Sentence.of(
                  "Escalated: evidence is taken, and the people who must act are told. The page of"
                      + " the case shows how it stands."));
    } catch (Decisions.CaseChanged e) {
      outcome =
          new Outcome(
              "problem",
              Sentence.of(
                  "This case changed since you looked. Nothing was changed; look again and"
                      + " decide."));
    } catch (Unusable | Decisions.NotLegal e) {
      outcome = new Outcome("problem", e.sentence());
    }
    return answers.of(id, outcome, partOfPage != null);
  }

  private HandEscalation asked(
      CaseView view, int version, String clauseId, List<String> roles, String urgency, String why) {
    Clause clause =
        forms
            .clause(clauseId)
            .or(() -> rules.clause(view.clause()))
            .orElseThrow(
                () -> new Unusable(Sentence.of("Choose the clause that the escalation rests on.")));
    List<String> told = roles == null || roles.isEmpty() ? clause.then().roles() : roles;
    if (told.isEmpty()) {
      throw new Unusable(Sentence.of("Clause {1} names nobody. Choose who is told.", clause.id()));
    }
    if (!DecidingForms.roles().containsAll(told)) {
      throw new Unusable(Sentence.of("There is no such role. Choose who is told."));
    }
    if (why.isEmpty()) {
      throw new Unusable(
          Sentence.of("Say why: a person who is told at night must know the reason."));
    }
    return new HandEscalation(
        view.caseId(), version, viewer.userName(), clause, told, urgency(clause, urgency), why);
  }

  private static Urgency urgency(Clause clause, String code) {
    if (code == null || code.isBlank()) {
      return clause.then().roles().isEmpty() ? Urgency.SOON : clause.then().urgency();
    }
    try {
      return EnumCodes.read(Urgency.class, code);
    } catch (IllegalArgumentException e) {
      throw new Unusable(Sentence.of("Choose how urgent it is."));
    }
  }

  private String accountName(String id) {
    return rules.district().current().value().account(id).map(Account::name).orElse(id);
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}
