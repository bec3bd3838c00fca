package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.finding.privacy.WithheldNameDetector;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.pipeline.rules.OwnTextJudge;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.ReplyTexts;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.objections.AppealDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Makes previews of replies for those who may reply, and judges what people write themselves. */
@RequestScoped
public class ReplyPreviews {
  /** Platforms that accept less refuse the reply, and the case says so. */
  static final int LONGEST = 2_000;

  private final SubjectQueries subjects;
  private final AppealDesk appeals;
  private final ObjectionRules objections;
  private final LiveRules rules;
  private final OwnTextJudge judge;
  private final Viewer viewer;

  ReplyPreviews(
      SubjectQueries subjects,
      AppealDesk appeals,
      ObjectionRules objections,
      LiveRules rules,
      OwnTextJudge judge,
      Viewer viewer) {
    this.subjects = subjects;
    this.appeals = appeals;
    this.objections = objections;
    this.rules = rules;
    this.judge = judge;
    this.viewer = viewer;
  }

  /**
   * Fills a template.
   *
   * @param language English if the template does not have it
   */
  ReplyPreview fromTemplate(UUID id, String templateId, String language) {
    ReplyTexts current = permitted();
    ObjectionSubject subject = subject(id);
    ReplyTexts.Template template =
        current.answers().template(templateId).orElseThrow(NotFoundException::new);
    String chosen = template.texts().containsKey(language) ? language : "en";
    String text =
        Objects.requireNonNull(template.texts().get(chosen), "every template has English");
    return new ReplyPreview(
        subject,
        template.title(),
        template.id(),
        chosen,
        filled(text, chosen, subject, current),
        List.of(),
        false,
        false,
        asksSecond(subject));
  }

  /**
   * Judges what a person wrote as the policy judges a comment on that account.
   *
   * @param text empty before anything was written
   */
  ReplyPreview inOwnWords(UUID id, String language, String text) {
    if (!permitted().answers().ownWords()) {
      throw new NotFoundException();
    }
    ObjectionSubject subject = subject(id);
    Verdict verdict = judge.judge(text, subject.account(), rules.get());
    boolean doubtful = verdict.outcome() != PolicyOutcome.ALLOW;
    return new ReplyPreview(
        subject,
        "",
        "",
        language.equals("es") ? "es" : "en",
        text,
        verdict.hits().stream().map(Verdict.ClauseHit::clause).toList(),
        doubtful,
        verdict.hides() || WithheldNameDetector.isAmong(verdict.findings()),
        doubtful || asksSecond(subject));
  }

  private boolean asksSecond(ObjectionSubject subject) {
    return objections
        .current()
        .answers()
        .secondPersonOn()
        .contains(rules.accountKind(subject.account()));
  }

  private ReplyTexts permitted() {
    ReplyTexts current = objections.current();
    if (!viewer.isAdministrator() && !current.answers().byModerators()) {
      throw new ForbiddenException();
    }
    return current;
  }

  private ObjectionSubject subject(UUID id) {
    return subjects.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }

  private String filled(
      String text, String language, ObjectionSubject subject, ReplyTexts current) {
    String reference =
        appeals.referenceOfHide(subject.caseId()).map(ShortCode::toString).orElse("");
    return ReplyTexts.fill(
        text,
        Map.of(
            "clause",
            subject.clause(),
            "title",
            rules.clause(subject.clause()).map(c -> ClauseTexts.title(c, language)).orElse(""),
            "wording",
            rules.clause(subject.clause()).map(c -> ClauseTexts.wording(c, language)).orElse(""),
            "appeal",
            reference.isEmpty() ? "" : current.appeals().howTo(reference)));
  }
}
