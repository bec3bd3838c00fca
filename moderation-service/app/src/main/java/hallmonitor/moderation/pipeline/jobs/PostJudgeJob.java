package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.OwnTextJudge;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.posts.PostJudgment;
import hallmonitor.moderation.store.posts.PostJudgments;
import hallmonitor.moderation.store.posts.QueuedPost;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Judges posts that wait: new versions, and recent posts when a refusal is added. */
public final class PostJudgeJob {
  /** Few, so that another instance shares a long queue, and comments the machine. */
  private static final int MOST_AT_ONCE = 20;

  private static final System.Logger LOG = System.getLogger(PostJudgeJob.class.getName());

  private final PostJudgments judgments;
  private final OwnTextJudge judge;
  private final LiveRules rules;
  private final Clock clock;
  private boolean silent;

  public PostJudgeJob(PostJudgments judgments, OwnTextJudge judge, LiveRules rules, Clock clock) {
    this.judgments = judgments;
    this.judge = judge;
    this.rules = rules;
    this.clock = clock;
  }

  /** Judges some posts; a failure is logged once and tried again. */
  public void judge() {
    try {
      for (int i = 0; i < MOST_AT_ONCE && judgments.judgeNext(this::judged); i++) {
        silent = false;
      }
    } catch (RuntimeException e) {
      if (!silent) {
        LOG.log(System.Logger.Level.ERROR, "posts cannot be judged; trying on", e);
      }
      silent = true;
    }
  }

  private PostJudgment judged(QueuedPost post) {
    // What put the post into the queue may be a name that was added a moment ago.
    rules.refresh();
    RuleSnapshot now = rules.knowing(Set.of(post.account()));
    String text = OwnTextJudge.text(post.title(), post.body());
    Verdict verdict = judge.judge(text, post.account(), now);
    List<Finding> causes =
        Stream.concat(
                verdict.hits().stream().flatMap(hit -> hit.findings().stream()),
                verdict.findings().stream()
                    .filter(found -> found.category() == Category.DETECTOR_FAILURE))
            .distinct()
            .toList();
    return new PostJudgment(
        post,
        now.building(post.account()),
        verdict.hits().stream().map(hit -> hit.clause().id()).toList(),
        causes,
        OwnTextJudge.signs(verdict, text),
        now.policyVersion(),
        now.modelVersion(),
        clock.instant());
  }
}
