package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.console.access.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** What the page of a case shows of the tips about it. */
@RequestScoped
@Named("tips")
public class CaseTips {
  private final TipQueries queries;
  private final Viewer viewer;

  CaseTips(TipQueries queries, Viewer viewer) {
    this.queries = queries;
    this.viewer = viewer;
  }

  /** Returns the tips about a case, the newest first, to someone who opens it. */
  public List<ListedTip> of(UUID caseId) {
    List<ListedTip> found = queries.of(caseId, viewer.scope());
    if (!found.isEmpty() && viewer.isActs()) {
      queries.lookedAt(caseId);
    }
    return found;
  }
}
