package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.store.objections.AppealDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What pages around a case show of appeals, replies and blocks. */
@RequestScoped
@Named("objections")
public class Objections {
  private final AppealQueries appeals;
  private final BlockQueries blocks;
  private final SubjectQueries subjects;
  private final AppealDesk desk;
  private final ObjectionRules rules;
  private final Viewer viewer;

  Objections(
      AppealQueries appeals,
      BlockQueries blocks,
      SubjectQueries subjects,
      AppealDesk desk,
      ObjectionRules rules,
      Viewer viewer) {
    this.appeals = appeals;
    this.blocks = blocks;
    this.subjects = subjects;
    this.desk = desk;
    this.rules = rules;
    this.viewer = viewer;
  }

  /** Returns whether authors can be blocked at all. */
  public boolean isBlocking() {
    return rules.current().blocking();
  }

  /** Returns null for a case out of the viewer's scope. */
  public @Nullable CaseObjections of(UUID caseId) {
    return subjects
        .find(caseId, viewer.scope())
        .map(
            subject -> {
              Optional<ShortCode> reference = desk.referenceOfHide(caseId);
              return new CaseObjections(
                  subject,
                  reference.map(ShortCode::toString).orElse(""),
                  reference.map(r -> rules.current().appeals().howTo(r.toString())).orElse(""),
                  appeals.ofCase(caseId, viewer.scope()),
                  subjects.replies(caseId),
                  blocks.ofAuthor(subject.account(), subject.authorKey(), viewer.scope()),
                  blocks.standing(
                      subject.account(), subject.authorKey(), rules.blockLimits(), viewer.scope()),
                  rules.current(),
                  viewer.isAdministrator(),
                  viewer.isReplies(),
                  viewer.userName(),
                  UUID.randomUUID());
            })
        .orElse(null);
  }
}
