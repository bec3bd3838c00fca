package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.ZoneId;
import java.util.UUID;

/** What the forms on the page of a case need: the case, the rules, and who sends them. */
@ApplicationScoped
class PanelForms {
  private final SubjectQueries subjects;
  private final ObjectionRules objections;
  private final LiveRules rules;
  private final Viewer viewer;

  PanelForms(SubjectQueries subjects, ObjectionRules objections, LiveRules rules, Viewer viewer) {
    this.subjects = subjects;
    this.objections = objections;
    this.rules = rules;
    this.viewer = viewer;
  }

  /**
   * Returns what the form is about.
   *
   * @throws NotFoundException if the sender sees no such case
   */
  ObjectionSubject subject(UUID caseId) {
    return subjects.find(caseId, viewer.scope()).orElseThrow(NotFoundException::new);
  }

  String userName() {
    return viewer.userName();
  }

  ObjectionRules objections() {
    return objections;
  }

  /** Returns the district's time zone, which decides when days begin and end. */
  ZoneId zone() {
    return rules.district().current().value().timeZone();
  }

  /** Returns a clause's title; empty if the current policy has no such clause. */
  String title(String clause, String language) {
    return rules.clause(clause).map(c -> ClauseTexts.title(c, language)).orElse("");
  }

  /** Returns a clause's wording; empty if the current policy has no such clause. */
  String wording(String clause, String language) {
    return rules.clause(clause).map(c -> ClauseTexts.wording(c, language)).orElse("");
  }
}
