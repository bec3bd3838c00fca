package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.together.NamedTargets;
import hallmonitor.moderation.finding.together.PileOn;
import hallmonitor.moderation.finding.together.PileOn.Attack;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
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
 * Adds what only other comments show: that several people attack one person, and what the authors
 * did before. Pure; the pipeline loads the history in between.
 */
public final class CrossCommentAnalysis {
  /** The attacks of one comment on everyone it names, and where it names them. */
  private record Attacks(List<Attack> attacks, Map<String, List<Span>> places) {
    static final Attacks NONE = new Attacks(List.of(), Map.of());
  }

  private final List<CommentFindings> found;
  private final PileOn pileOn;
  private final List<Attacks> attacks = new ArrayList<>();

  private CrossCommentAnalysis(List<CommentFindings> found, PileOn pileOn) {
    this.found = found;
    this.pileOn = pileOn;
  }

  /** Finds the named targets of attacks. */
  public static CrossCommentAnalysis of(
      List<CommentFindings> found, RuleSnapshot rules, PileOn pileOn) {
    CrossCommentAnalysis analysis = new CrossCommentAnalysis(found, pileOn);
    NamedTargets targets = null;
    for (CommentFindings findings : found) {
      Optional<Double> score = PileOn.attack(findings.findings());
      // What waits for its second look is compared then.
      if (score.isEmpty()
          || findings.danger().isPresent()
          || CommentTranslation.isFromHistory(findings.update().seen())) {
        analysis.attacks.add(Attacks.NONE);
      } else {
        targets = targets == null ? new NamedTargets(rules.localNames()) : targets;
        analysis.attacks.add(attacks(findings.update(), score.get(), targets, rules));
      }
    }
    return analysis;
  }

  private static Attacks attacks(
      CommentUpdate update, double score, NamedTargets targets, RuleSnapshot rules) {
    CommentRow comment = update.after();
    Optional<String> answered =
        update
            .parent()
            .filter(p -> !p.authorKey().equals(comment.authorKey()))
            .map(CommentRow::authorName);
    Map<String, List<Span>> places = targets.of(DetectionRun.comment(update, rules), answered);
    Instant at = update.seen().observedAt();
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

  /** Returns all attacks of the batch. */
  public List<Attack> attacks() {
    return attacks.stream().flatMap(a -> a.attacks().stream()).toList();
  }

  /** Returns the attacks to be stored: those of comments that do not wait for their second look. */
  public List<Attack> attacksOf(List<CommentVerdict> verdicts) {
    Set<CommentKey> waiting =
        verdicts.stream()
            .filter(CommentVerdict::awaitsSecondLook)
            .map(judged -> judged.update().key())
            .collect(Collectors.toSet());
    return attacks().stream()
        .filter(a -> !waiting.contains(new CommentKey(a.account(), a.comment())))
        .toList();
  }

  /** Returns the time since when earlier attacks count for any of these. */
  public Instant since() {
    return attacks().stream()
        .map(Attack::at)
        .min(Instant::compareTo)
        .map(first -> first.minus(pileOn.within()))
        .orElse(Instant.MAX);
  }

  /**
   * Adds the pile-ons that these attacks make.
   *
   * @param earlier attacks from before the batch
   */
  public List<CommentFindings> withPileOns(List<Attack> earlier) {
    Map<String, List<Attack>> byTarget = new HashMap<>();
    earlier.forEach(attack -> add(byTarget, attack));
    List<CommentFindings> all = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      List<Attack> present = attacks.get(i).attacks();
      if (present.isEmpty()) {
        all.add(found.get(i));
        continue;
      }
      List<Attack> others =
          present.stream()
              .flatMap(a -> byTarget.getOrDefault(a.target(), List.of()).stream())
              .toList();
      Optional<Finding> more = pileOn.of(present, others, attacks.get(i).places());
      present.forEach(attack -> add(byTarget, attack));
      all.add(more.map(found.get(i)::plus).orElse(found.get(i)));
    }
    return all;
  }

  private static void add(Map<String, List<Attack>> byTarget, Attack attack) {
    byTarget.computeIfAbsent(attack.target(), t -> new ArrayList<>()).add(attack);
  }

  /** The authors with a history that matters: those of comments with findings. */
  public static Set<AuthorKey> authors(List<CommentFindings> found) {
    return found.stream()
        .filter(CrossCommentAnalysis::asksForHistory)
        .map(CrossCommentAnalysis::author)
        .collect(Collectors.toSet());
  }

  /** Adds the authors' confirmed strikes. */
  public static List<CommentFindings> withStrikes(
      List<CommentFindings> found, Map<AuthorKey, Integer> confirmed) {
    return confirmed.isEmpty()
        ? found
        : found.stream()
            .map(f -> asksForHistory(f) ? f.withStrikes(confirmed.getOrDefault(author(f), 0)) : f)
            .toList();
  }

  private static boolean asksForHistory(CommentFindings found) {
    return CommentTranslation.thread(found.update().seen()).hasOneAuthor()
        && found.foundSomething();
  }

  private static AuthorKey author(CommentFindings found) {
    CommentRow comment = found.update().after();
    return new AuthorKey(comment.key().account(), comment.authorKey());
  }
}
