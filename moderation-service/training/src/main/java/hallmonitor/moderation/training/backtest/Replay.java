package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.stance.StanceRules;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Judges past comments with both policies on all processors, in history order. */
final class Replay {
  private static final int AT_ONCE = 256;

  private final Side inForce;
  private final Side draft;
  private final StanceRules stance;
  private final Consumer<Change> each;
  private final LongConsumer progress;
  private final List<PastComment> waiting = new ArrayList<>(AT_ONCE);
  private long done;

  /**
   * Creates a replay.
   *
   * @param progress receives the number of finished comments from time to time
   */
  Replay(
      Side inForce, Side draft, StanceRules stance, Consumer<Change> each, LongConsumer progress) {
    this.inForce = inForce;
    this.draft = draft;
    this.stance = stance;
    this.each = each;
    this.progress = progress;
  }

  void run(History history) throws IOException, SQLException {
    history.read(
        comment -> {
          waiting.add(comment);
          if (waiting.size() == AT_ONCE) {
            judgeWaiting();
          }
        });
    judgeWaiting();
  }

  private void judgeWaiting() {
    waiting.parallelStream().map(this::judge).toList().forEach(each);
    done += waiting.size();
    waiting.clear();
    progress.accept(done);
  }

  private Change judge(PastComment past) {
    Comment comment = past.comment();
    List<Finding> before = inForce.detectors().detect(comment);
    List<Finding> after =
        draft.detectors() == inForce.detectors() ? before : draft.detectors().detect(comment);
    return new Change(
        past,
        inForce.judge(before, comment),
        draft.judge(after, comment),
        stance.of(comment.text()));
  }
}
