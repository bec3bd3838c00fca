package hallmonitor.moderation.console.bulk;

import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;

/**
 * The results of an act on several cases.
 *
 * @param title says how many were done
 * @param release whether the assigned cases can be released again
 */
public record BulkResults(Sentence title, List<Row> rows, boolean release) {
  /**
   * The result for one case.
   *
   * @param sentence what was done, or why not
   */
  public record Row(CaseView view, boolean done, Sentence sentence) {}

  public BulkResults {
    rows = List.copyOf(rows);
  }

  static long done(List<Row> rows) {
    return rows.stream().filter(Row::done).count();
  }

  public long getDone() {
    return done(rows);
  }

  public long getNotDone() {
    return rows.size() - getDone();
  }
}
