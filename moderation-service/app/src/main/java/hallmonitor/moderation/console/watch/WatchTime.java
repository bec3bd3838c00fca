package hallmonitor.moderation.console.watch;

import hallmonitor.moderation.casework.register.RegisterRules;
import hallmonitor.moderation.casework.watch.WatchRules;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.DocumentFiles;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.QuietTime;
import hallmonitor.settings.escalation.BusinessDays;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.escalation.SchoolTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * What the district's files say of the watch: its times, and the days on which schools are open.
 */
@ApplicationScoped
class WatchTime {
  private final LiveRules rules;
  private final DocumentFiles files;
  private final ObjectionRules objections;

  WatchTime(LiveRules rules, DocumentFiles files, ObjectionRules objections) {
    this.rules = rules;
    this.files = files;
    this.objections = objections;
  }

  District district() {
    return rules.district().current().value();
  }

  WatchRules rules() {
    return ((RegisterRules) files.current(Document.ACCOUNTS).value()).watch();
  }

  /**
   * Schools are closed on the holidays of escalation.yaml and on the closed days of replies.yaml.
   */
  SchoolTime schools() {
    Set<LocalDate> closed = new HashSet<>(objections.current().appeals().closed());
    closed.addAll(((EscalationRules) files.current(Document.ESCALATION).value()).holidays());
    District district = district();
    return new SchoolTime(
        new QuietTime(district.quietHours(), district.timeZone()),
        new BusinessDays(district.timeZone(), closed));
  }
}
