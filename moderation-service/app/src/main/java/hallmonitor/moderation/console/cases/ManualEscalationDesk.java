package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.ManualEscalation;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.store.escalation.ManualEscalations;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out escalations that a person asks for, and reports the result of each. */
@ApplicationScoped
public class ManualEscalationDesk {
  /**
   * What a form asks for.
   *
   * @param clause id; empty for the case's own
   * @param roles who is notified; none for those that the clause names
   * @param urgency code; empty for the clause's own
   * @param why the reason; checked when it is carried out
   */
  public record Wanted(
      @Nullable String clause,
      @Nullable List<String> roles,
      @Nullable String urgency,
      String why) {}

  private final ManualEscalations escalations;
  private final DecidingForms forms;
  private final LiveRules rules;
  private final Viewer viewer;

  ManualEscalationDesk(
      ManualEscalations escalations, DecidingForms forms, LiveRules rules, Viewer viewer) {
    this.escalations = escalations;
    this.forms = forms;
    this.rules = rules;
    this.viewer = viewer;
  }

  /** Returns the roles that can be notified. */
  public List<String> roles() {
    return DecidingForms.roles();
  }

  /**
   * Escalates a case.
   *
   * @param version the case version that the person saw
   */
  public Outcome escalate(CaseView view, int version, Wanted wanted) {
    try {
      escalations.escalate(asked(view, version, wanted), accountName(view.account()));
      return new Outcome(
          "done",
          Sentence.of(
              "Escalated. Evidence is being captured, and the people who must act are being"
                  + " notified. The case's page shows the status."));
    } catch (Decisions.CaseChanged e) {
      return new Outcome(
          "problem",
          Sentence.of(
              "This case changed after you opened it. Nothing was changed. Review it again,"
                  + " then decide."));
    } catch (Unusable | Decisions.NotLegal e) {
      return new Outcome("problem", e.sentence());
    }
  }

  private ManualEscalation asked(CaseView view, int version, Wanted wanted) {
    Clause clause =
        forms
            .clause(wanted.clause())
            .or(() -> rules.clause(view.clause()))
            .orElseThrow(() -> new Unusable(Sentence.of("Choose the clause for the escalation.")));
    List<String> told =
        wanted.roles() == null || wanted.roles().isEmpty() ? clause.then().roles() : wanted.roles();
    if (told.isEmpty()) {
      throw new Unusable(
          Sentence.of("Clause {1} names nobody. Choose who to notify.", clause.id()));
    }
    if (!roles().containsAll(told)) {
      throw new Unusable(Sentence.of("That role does not exist. Choose who to notify."));
    }
    if (wanted.why().isEmpty()) {
      throw new Unusable(
          Sentence.of("Say why. The people who are notified need to know the reason."));
    }
    return new ManualEscalation(
        view.caseId(),
        version,
        viewer.userName(),
        clause,
        told,
        urgency(clause, wanted.urgency()),
        wanted.why());
  }

  private static Urgency urgency(Clause clause, @Nullable String code) {
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
}
