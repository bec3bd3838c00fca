package hallmonitor.moderation.console.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * A revision and what its author changed.
 *
 * @param changes compared with the revision before it; empty for the first
 */
public record RevisionView(CaseQueries.Revision revision, List<WordDiff.Part> changes) {
  public RevisionView {
    changes = List.copyOf(changes);
  }

  /**
   * Compares revisions.
   *
   * @param newestFirst in the archive's order
   */
  public static List<RevisionView> of(List<CaseQueries.Revision> newestFirst) {
    List<RevisionView> views = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      CaseQueries.Revision revision = newestFirst.get(i);
      boolean first =
          i == newestFirst.size() - 1
              || revision.kind().equals("deleted")
              || newestFirst.get(i + 1).disposed();
      views.add(
          new RevisionView(
              revision,
              first
                  ? List.of()
                  : WordDiff.between(newestFirst.get(i + 1).body(), revision.body())));
    }
    return views;
  }
}
