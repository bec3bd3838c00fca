package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.together.NamedTargets;
import hallmonitor.moderation.finding.together.PileOn;
import hallmonitor.moderation.finding.together.PileOn.Attack;
import hallmonitor.moderation.pipeline.JudgingPool.Answer;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.archive.AuthorAndTargetHistory.Author;
import hallmonitor.moderation.store.archive.CommentRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What only other comments tell about those of a batch: that several people attack one person, and
 * what their authors did before. Pure; the pipeline loads what is asked for in between.
 */
final class CrossCommentAnalysis {
  /** An attack on everybody whom one comment names. */
  private record Attacks(List<Attack> attacks, Map<String, List<Span>> places) {
    static final Attacks NONE = new Attacks(List.of(), Map.of());
  }

  private final List<Answer> answers;
  private final RuleSnapshot rules;
  private final PileOn pileOn;
  private final List<Attacks> attacks = new ArrayList<>();

  private CrossCommentAnalysis(List<Answer> answers, RuleSnapshot rules, PileOn pileOn) {
    this.answers = answers;
    this.rules = rules;
    this.pileOn = pileOn;
  }

  /** Finds out who is attacked by name. */
  static CrossCommentAnalysis of(List<Answer> answers, RuleSnapshot rules, PileOn pileOn) {
    CrossCommentAnalysis weighing = new CrossCommentAnalysis(answers, rules, pileOn);
    NamedTargets targets = null;
    for (Answer answer : answers) {
      Optional<Double> score = answer.verdict().map(Verdict::findings).flatMap(PileOn::attack);
      if (score.isEmpty() || answer.news().arrival().isFromHistory()) {
        weighing.attacks.add(Attacks.NONE);
      } else {
        targets = targets == null ? new NamedTargets(rules.localNames()) : targets;
        weighing.attacks.add(attacks(answer.news(), score.get(), targets, rules));
      }
    }
    return weighing;
  }

  private static Attacks attacks(
      CommentUpdate news, double score, NamedTargets targets, RuleSnapshot rules) {
    CommentRow comment = news.after();
    Optional<String> answered =
        news.parent()
            .filter(p -> !p.authorKey().equals(comment.authorKey()))
            .map(CommentRow::authorName);
    Map<String, List<Span>> places = targets.of(DetectionRun.comment(news, rules), answered);
    Instant at = news.arrival().seen().observedAt();
    return new Attacks(
        places.keySet().stream()
            .map(
                target ->
                    new Attack(
                        comment.key().account(),
                        target,
                        comment.key().id(),
                        comment.authorKey(),
                        score,
                        at))
            .toList(),
        places);
  }

  /** All attacks of the batch, to be kept. */
  List<Attack> attacks() {
    return attacks.stream().flatMap(a -> a.attacks().stream()).toList();
  }

  /** From when on earlier attacks count for any of these. */
  Instant since() {
    return attacks().stream()
        .map(Attack::at)
        .min(Instant::compareTo)
        .map(first -> first.minus(pileOn.within()))
        .orElse(Instant.MAX);
  }

  /**
   * The answers with the pile-ons that these attacks make.
   *
   * @param earlier those that are known from before the batch
   */
  List<Answer> among(List<Attack> earlier) {
    Map<String, List<Attack>> known = new HashMap<>();
    earlier.forEach(a -> known.computeIfAbsent(a.target(), t -> new ArrayList<>()).add(a));
    List<Answer> weighed = new ArrayList<>(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      List<Attack> present = attacks.get(i).attacks();
      List<Attack> others =
          present.stream()
              .flatMap(a -> known.getOrDefault(a.target(), List.of()).stream())
              .toList();
      Optional<Finding> more = pileOn.of(present, others, attacks.get(i).places());
      present.forEach(a -> known.computeIfAbsent(a.target(), t -> new ArrayList<>()).add(a));
      Answer answer = answers.get(i);
      weighed.add(more.map(finding -> with(answer, finding)).orElse(answer));
    }
    return weighed;
  }

  private Answer with(Answer answer, Finding more) {
    List<Finding> findings = new ArrayList<>(answer.verdict().orElseThrow().findings());
    findings.add(more);
    return new Answer(answer.news(), Optional.of(rules.judge(answer.news().after(), findings, 0)));
  }

  /** Whose history is worth asking for: those in whose comments something was found. */
  static Set<Author> authors(List<Answer> answers) {
    return answers.stream()
        .filter(CrossCommentAnalysis::foundSomething)
        .map(CrossCommentAnalysis::author)
        .collect(Collectors.toSet());
  }

  private static boolean foundSomething(Answer answer) {
    return answer.news().arrival().hand().isOfOne()
        && answer.verdict().map(Verdict::findings).orElse(List.of()).stream()
            .anyMatch(f -> f.category() != Category.DETECTOR_FAILURE);
  }

  private static Author author(Answer answer) {
    CommentRow comment = answer.news().after();
    return new Author(comment.key().account(), comment.authorKey());
  }

  /** The answers of authors with confirmed strikes, judged with that in view. */
  static List<Answer> withHistory(
      List<Answer> answers, Map<Author, Integer> strikes, RuleSnapshot rules) {
    if (strikes.isEmpty()) {
      return answers;
    }
    return answers.stream()
        .map(
            answer -> {
              int confirmed = strikes.getOrDefault(author(answer), 0);
              return confirmed == 0 || !foundSomething(answer)
                  ? answer
                  : new Answer(
                      answer.news(),
                      answer
                          .verdict()
                          .map(v -> rules.judge(answer.news().after(), v.findings(), confirmed)));
            })
        .toList();
  }
}
