package hallmonitor.system.history;

import static hallmonitor.system.history.BrokenRuns.TRIES;
import static hallmonitor.system.history.BrokenRuns.and;
import static hallmonitor.system.history.BrokenRuns.changed;
import static hallmonitor.system.history.BrokenRuns.first;
import static hallmonitor.system.history.BrokenRuns.last;
import static hallmonitor.system.history.BrokenRuns.notCompared;
import static hallmonitor.system.history.BrokenRuns.passes;
import static hallmonitor.system.history.BrokenRuns.refused;
import static hallmonitor.system.history.BrokenRuns.withRevisions;
import static hallmonitor.system.history.BrokenRuns.withTexts;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.CommentHistory.Revision;
import hallmonitor.system.history.CommentHistory.Text;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ArchiveRulesPropertyTest {
  @Property(tries = TRIES)
  void aCommentThatIsMissingIsRefused(@ForAll long seed) {
    refused(seed, Rule.COMMENT_LOST, comment -> withRevisions(comment, List.of()));
  }

  @Property(tries = TRIES)
  void anEarlierRevisionThatIsMissingIsRefused(@ForAll long seed) {
    Text earlier = new Text(SoundRuns.START.minusSeconds(60), "earlier", Optional.empty());
    refused(
        seed,
        Rule.REVISION_MISSING,
        comment -> withTexts(comment, first(earlier, comment.texts())));
  }

  @Property(tries = TRIES)
  void aTextThatStoodForAMomentMayBeMissed(@ForAll long seed) {
    Text moment = new Text(SoundRuns.START.minusSeconds(5), "earlier", Optional.empty());
    passes(seed, comment -> withTexts(comment, first(moment, comment.texts())));
  }

  @Property(tries = TRIES)
  void aRevisionThatNobodyWroteIsRefused(@ForAll long seed) {
    Revision never = new Revision("never", Optional.of("allow"), false);
    refused(
        seed,
        Rule.NEVER_WRITTEN,
        comment -> withRevisions(comment, and(comment.revisions(), never)));
  }

  @Property(tries = TRIES)
  void aRevisionThatWasArchivedTwiceIsRefused(@ForAll long seed) {
    refused(
        seed,
        Rule.NEVER_WRITTEN,
        comment -> withRevisions(comment, and(comment.revisions(), last(comment.revisions()))));
  }

  @Property(tries = TRIES)
  void anotherVerdictThanWithoutFaultsIsRefused(@ForAll long seed) {
    refused(seed, Rule.JUDGED_OTHERWISE, comment -> judgedInTheRun(comment, Optional.of("allow")));
  }

  @Property(tries = TRIES)
  void aRevisionWithoutAVerdictIsRefused(@ForAll long seed) {
    refused(seed, Rule.JUDGED_OTHERWISE, comment -> judgedInTheRun(comment, Optional.empty()));
  }

  @Property(tries = TRIES)
  void aRevisionWithoutAVerdictIsRefusedWithoutAComparisonToo(@ForAll long seed) {
    RunHistory run =
        changed(
            SoundRuns.of(seed), comment -> withoutCalm(judgedInTheRun(comment, Optional.empty())));
    refused(notCompared(run), Rule.JUDGED_OTHERWISE);
  }

  @Property(tries = TRIES)
  void aVerdictThatIsComparedWithNothingIsRefused(@ForAll long seed) {
    refused(seed, Rule.JUDGED_OTHERWISE, ArchiveRulesPropertyTest::withoutCalm);
  }

  @Property(tries = TRIES)
  void aVerdictPassesWhereNoneIsCompared(@ForAll long seed) {
    RunHistory run = changed(SoundRuns.of(seed), ArchiveRulesPropertyTest::withoutCalm);
    assertThat(HistoryCheck.violations(notCompared(run))).isEmpty();
  }

  private static CommentHistory judgedInTheRun(CommentHistory comment, Optional<String> outcome) {
    return withRevisions(comment, List.of(new Revision(comment.newest().words(), outcome, false)));
  }

  private static CommentHistory withoutCalm(CommentHistory comment) {
    Text text = comment.newest();
    return withTexts(comment, List.of(new Text(text.at(), text.words(), Optional.empty())));
  }
}
