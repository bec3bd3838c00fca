package hallmonitor.moderation.pipeline.opinion;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.DoubtfulFinding;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions and settings of a policy reader, for tests. */
public final class Asked {
  public static final Clause POSSIBLE_THREAT = clause("3.2", "Possible threat", Urgency.IMMEDIATE);

  private Asked() {}

  static ReaderQuestion about(String id, String text) {
    return about(id, text, POSSIBLE_THREAT);
  }

  static ReaderQuestion about(String id, String text, Clause clause) {
    return new ReaderQuestion(
        new Subject(new CommentKey("practice", id), "r1"),
        new DoubtfulFinding(
            clause,
            new Finding(Category.THREAT, 0.3, ModelDetector.NAME, List.of(), "It reads like it."),
            true),
        "Community guidelines",
        List.of(clause("3.1", "Threats", Urgency.IMMEDIATE)),
        text,
        "Homecoming\nSee you on Friday.",
        Optional.of("Who is coming?"));
  }

  static Clause clause(String id, String title, Urgency urgency) {
    return new Clause(
        id,
        title,
        "What the policy says of " + title + ".",
        List.of(new Condition(Category.THREAT, 0.28, Set.of())),
        new Consequence(PolicyOutcome.ESCALATE, false, List.of("principal"), urgency, false));
  }

  /** Returns settings for a server, with time for an answer on a busy machine. */
  public static ReaderSettings.Written settings(String url) {
    return new ReaderSettings.Written(
        Optional.of(url),
        Optional.of("test-model"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0.05,
        0.1,
        Duration.ofSeconds(20),
        4);
  }
}
