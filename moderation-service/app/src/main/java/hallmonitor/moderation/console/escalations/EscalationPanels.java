package hallmonitor.moderation.console.escalations;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import jakarta.enterprise.context.RequestScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collects what a person sees of a case's escalation and evidence. */
@RequestScoped
public class EscalationPanels {
  private final EscalationQueries queries;
  private final LiveRules rules;
  private final Viewer viewer;

  EscalationPanels(EscalationQueries queries, LiveRules rules, Viewer viewer) {
    this.queries = queries;
    this.rules = rules;
    this.viewer = viewer;
  }

  /** Returns empty if the viewer may see no such case. */
  Optional<EscalationPanel> find(UUID caseId) {
    return queries.building(caseId, viewer.scope()).map(building -> of(caseId, building));
  }

  public EscalationPanel of(UUID caseId, String building) {
    EscalationView escalation = queries.escalation(caseId, viewer.userName()).orElse(null);
    return new EscalationPanel(
        caseId,
        escalation,
        escalation != null && answerable(escalation, building),
        queries.clocksOf(caseId),
        people(rules.district().current().value(), building),
        queries.seals(caseId),
        queries.hiddenBeforeSeal(caseId).orElse(""),
        viewer.userName(),
        "",
        UUID.randomUUID());
  }

  /** Returns the panel without evidence, for a page of answers only. */
  public EscalationPanel toAnswer(UUID caseId, String building, String back) {
    EscalationView escalation = queries.escalation(caseId, viewer.userName()).orElse(null);
    return new EscalationPanel(
        caseId,
        escalation,
        escalation != null && answerable(escalation, building),
        queries.clocksOf(caseId),
        people(rules.district().current().value(), building),
        List.of(),
        "",
        viewer.userName(),
        back,
        UUID.randomUUID());
  }

  /**
   * Returns whether the viewer is responsible for the danger: was notified or has it, is
   * responsible for the building, or holds a role that the clause asks for.
   */
  private boolean answerable(EscalationView escalation, String building) {
    return escalation.told()
        || escalation.isWith(viewer.userName())
        || viewer.isBuildingAdministrator()
        || holdsRole(escalation.clause(), building);
  }

  private boolean holdsRole(String clause, String building) {
    List<String> roles = rules.clause(clause).map(c -> c.then().roles()).orElse(List.of());
    return rules.district().current().value().person(viewer.userName()).stream()
        .flatMap(person -> person.assignments().stream())
        .filter(a -> a.building().map(building::equals).orElse(true))
        .anyMatch(a -> roles.contains(EnumCodes.of(a.role())));
  }

  /** Returns people with a role at the building first, then by name. */
  static List<Person> people(District district, String building) {
    return district.people().stream()
        .sorted(
            Comparator.comparing((Person p) -> !worksAt(p, building)).thenComparing(Person::name))
        .toList();
  }

  private static boolean worksAt(Person person, String building) {
    return person.assignments().stream()
        .anyMatch(a -> a.building().filter(building::equals).isPresent());
  }
}
