package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.drafting.Backtests;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.DraftCheck;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.moderation.drafting.ShadowRuns;
import hallmonitor.moderation.policy.budget.ThresholdBudgets;
import hallmonitor.moderation.policy.budget.ThresholdLint;
import hallmonitor.moderation.policy.change.TextLines;
import hallmonitor.moderation.policy.file.WrittenPolicy;
import hallmonitor.settings.yaml.YamlText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Finds a draft and collects what its pages show. */
@RequestScoped
public class DraftDesk {
  /**
   * One month: before a change is proposed, the page shows what it would have done in this time.
   */
  static final int DAYS_TRIED = 30;

  private static final ThresholdLint LINT = new ThresholdLint(ThresholdBudgets.shipped());

  private final Drafts drafts;
  private final ShadowRuns shadows;
  private final Backtests backtests;
  private final TrialQueries trials;
  private final SecondPerson second;
  private final Viewer viewer;
  private final ReadableDocuments readable;
  private final ScheduleChanges schedules;

  DraftDesk(
      Drafts drafts,
      ShadowRuns shadows,
      Backtests backtests,
      TrialQueries trials,
      SecondPerson second,
      Viewer viewer,
      ReadableDocuments readable,
      ScheduleChanges schedules) {
    this.readable = readable;
    this.schedules = schedules;
    this.drafts = drafts;
    this.shadows = shadows;
    this.backtests = backtests;
    this.trials = trials;
    this.second = second;
    this.viewer = viewer;
  }

  Draft find(long id) {
    Draft draft = drafts.find(id).orElseThrow(NotFoundException::new);
    readable.of(draft.document());
    return draft;
  }

  /** Tries a changed draft on the last month. */
  void changed(long id) {
    backtests.startIfPossible(find(id), DAYS_TRIED, viewer.userName());
  }

  DraftPage page(long id) {
    Draft draft = find(id);
    Document document = Document.of(draft.document()).orElseThrow();
    Optional<WrittenPolicy> written =
        document == Document.POLICY ? WrittenPolicy.of(draft.body()) : Optional.empty();
    Optional<YamlText> text = YamlText.of(draft.body());
    var inForce = drafts.inForce(document);
    DraftCheck check = drafts.lint(draft);
    return new DraftPage(
        draft,
        document.file(),
        written,
        text,
        DraftMistake.of(document.file(), check.problems(), written, text),
        check.policy().map(LINT::of).orElse(List.of()),
        Differences.inWords(document, inForce.text(), draft.body()),
        draft.isUnderWork() ? schedule(check) : Optional.empty(),
        TextLines.between(inForce.text(), draft.body()),
        inForce.version(),
        shadows.of(id),
        backtests.of(id),
        backtests.of(id).map(run -> trials.backtestShifts(run.id())).orElse(List.of()),
        viewer.userName(),
        viewer.isAdministrator(),
        second.may(Proposal.Kind.PUBLISH_POLICY) && viewer.scope().everywhere());
  }

  private Optional<ScheduleDraft> schedule(DraftCheck check) {
    return check
        .decisions()
        .flatMap(schedules::of)
        .or(() -> check.district().flatMap(schedules::ofDistrict));
  }
}
