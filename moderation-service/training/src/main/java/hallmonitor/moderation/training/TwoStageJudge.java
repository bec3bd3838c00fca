package hallmonitor.moderation.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.SecondStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges a comment with both stages and returns the verdict with the scores. */
final class TwoStageJudge {
  /**
   * A judgment.
   *
   * @param scores the highest score of any detector, for every category
   */
  record Judgment(Verdict verdict, Map<Category, Double> scores) {}

  private static final double ROUND = 10_000;

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final Policy policy;
  private final ModelDetector model;
  private final Detectors detectors;

  /**
   * Creates a judge.
   *
   * @param secondStage empty to judge by the linear model alone
   */
  TwoStageJudge(Policy policy, ModelDetector linear, Optional<? extends SecondStage> secondStage) {
    this.policy = policy;
    this.model = secondStage.map(s -> linear.followedBy(new LastAnswer(s))).orElse(linear);
    this.detectors = StandardDetectors.of(LocalNames.NONE, policy.words(), model);
  }

  ObjectNode verdict(JsonNode line) {
    Judgment judgment = judge(CommentLines.comment(line));
    ObjectNode answer = nodes.objectNode();
    answer.put("id", line.path("id").asText());
    answer.put("verdict", judgment.verdict.outcome().name().toLowerCase(Locale.ROOT));
    if (judgment.verdict.dangerLane()) {
      answer.put("lane", "danger");
    }
    ArrayNode clauses = answer.putArray("clauses");
    judgment.verdict.hits().forEach(hit -> clauses.add(hit.clause().id()));
    ObjectNode scores = answer.putObject("scores");
    judgment.scores.forEach((category, score) -> scores.put(category.label(), rounded(score)));
    ArrayNode list = answer.putArray("findings");
    judgment.verdict.findings().forEach(finding -> list.add(finding(finding)));
    return answer;
  }

  Judgment judge(Comment comment) {
    List<Finding> findings = detectors.detect(comment);
    return new Judgment(policy.judge(findings, comment.accountKind()), scores(comment, findings));
  }

  private Map<Category, Double> scores(Comment comment, List<Finding> findings) {
    Map<Category, Double> learned = model.scores(comment, findings);
    Map<Category, Double> scores = new EnumMap<>(Category.class);
    for (Category category : Category.judged()) {
      double score = learned.getOrDefault(category, 0.0);
      for (Finding finding : findings) {
        score = finding.category() == category ? Math.max(score, finding.score()) : score;
      }
      scores.put(category, score);
    }
    return scores;
  }

  private ObjectNode finding(Finding finding) {
    ObjectNode node = nodes.objectNode();
    node.put("category", finding.category().label());
    node.put("score", rounded(finding.score()));
    node.put("detector", finding.detector());
    ArrayNode spans = node.putArray("spans");
    finding.spans().forEach(span -> spans.addArray().add(span.from()).add(span.to()));
    return node.put("why", finding.why());
  }

  private static double rounded(double score) {
    return Math.round(score * ROUND) / ROUND;
  }
}
