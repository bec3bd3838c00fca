package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.PostRules.Topic;
import hallmonitor.moderation.finding.privacy.WithheldNameDetector;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in the way of a post.
 *
 * @param topics that ask for guidance first
 * @param approvers roles that may approve; empty if nobody has to
 */
public record PostCheck(Verdict verdict, List<Topic> topics, List<String> approvers) {
  public PostCheck {
    topics = List.copyOf(topics);
    approvers = List.copyOf(approvers);
  }

  /**
   * Checks a post. Pure.
   *
   * @param verdict the policy's, on this text
   */
  public static PostCheck of(Verdict verdict, String text, PostRules rules) {
    List<Topic> topics = rules.topicsIn(text);
    Stream<String> ofFindings =
        verdict.outcome() == PolicyOutcome.ALLOW ? Stream.empty() : rules.approvers().stream();
    return new PostCheck(
        verdict,
        topics,
        Stream.concat(topics.stream().flatMap(topic -> topic.ask().stream()), ofFindings)
            .distinct()
            .toList());
  }

  /** Returns whether it names a student who must not be named, which nobody can approve. */
  public boolean isStopped() {
    return WithheldNameDetector.isAmong(verdict.findings());
  }

  /** Returns whether it may go out without an approval. */
  public boolean isFree() {
    return approvers.isEmpty() && !isStopped();
  }

  public boolean isFound() {
    return verdict.outcome() != PolicyOutcome.ALLOW;
  }
}
