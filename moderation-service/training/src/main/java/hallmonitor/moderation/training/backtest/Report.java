package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.stance.Stance;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.training.Measures;
import hallmonitor.moderation.training.backtest.Tally.ClauseCount;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the result of a backtest for people. */
final class Report {
  private static final int TITLE = 40;

  private final Result result;
  private final Tally tally;
  private final PrintStream out;

  Report(Result result, PrintStream out) {
    this.result = result;
    this.tally = result.tally();
    this.out = out;
  }

  void print() {
    heading();
    if (tally.comments.all() == 0) {
      line("There are no comments, so nothing can be said about the draft.");
      return;
    }
    verdicts();
    transitions();
    clauses();
    neutrality();
  }

  private void heading() {
    line(
        "Draft %s (version %s) against %s (version %s)",
        result.draft().file(),
        result.draft().version(),
        result.inForce().file(),
        result.inForce().version());
    line(
        "%,d comments of %s%s, all judged again by the rules and models of this build (%s).",
        tally.comments.all(),
        result.history(),
        result.bad() == 0 ? "" : ", " + result.bad() + " bad lines left out",
        result.model());
    words("profanity", NamedWords::profanity);
    words("doubtful", NamedWords::doubtful);
    words("allowed", NamedWords::allowed);
    line("");
  }

  private void words(String list, Function<NamedWords, List<String>> of) {
    List<String> before = of.apply(result.inForce().policy().words());
    List<String> after = of.apply(result.draft().policy().words());
    describe("adds to", list, after, before);
    describe("takes from", list, before, after);
  }

  private void describe(String how, String list, List<String> these, List<String> without) {
    List<String> some = these.stream().filter(word -> !without.contains(word)).toList();
    if (!some.isEmpty()) {
      line("The draft %s the words under '%s': %s", how, list, String.join(", ", some));
    }
  }

  private void verdicts() {
    line("%-20s %12s %12s %12s", "Verdicts", "in force", "draft", "change");
    for (ReplayedVerdict answer : ReplayedVerdict.values()) {
      long before = tally.inForce.getOrDefault(answer, 0L);
      long after = tally.draft.getOrDefault(answer, 0L);
      line("  %-18s %,12d %,12d %12s", answer.words(), before, after, signed(after - before));
    }
    line("");
  }

  private void transitions() {
    line(
        "What becomes of a comment changes for %,d of %,d (%.2f %%)",
        tally.changed(), tally.comments.all(), 100.0 * tally.changed() / tally.comments.all());
    tally
        .transitions()
        .forEach(
            entry -> {
              line(
                  "  %s -> %s: %,d",
                  entry.getKey().from().words(),
                  entry.getKey().to().words(),
                  entry.getValue().count());
              entry.getValue().kept().forEach(this::example);
            });
    line("");
  }

  private void example(Change change) {
    line("    %s  \"%s\"", Excerpt.plain(change.comment().id()), Excerpt.of(change));
    line("      in force: %s; draft: %s", cause(change.before()), cause(change.after()));
  }

  static String cause(Verdict verdict) {
    return verdict
        .decisive()
        .map(
            hit ->
                hit.clause().id()
                    + " "
                    + hit.clause().title()
                    + " ("
                    + hit.findings().stream()
                        .max(java.util.Comparator.comparingDouble(f -> f.score()))
                        .map(
                            f -> f.detector() + " " + String.format(Locale.ROOT, "%.2f", f.score()))
                        .orElse("")
                    + ")")
        .orElse(verdict.findings().isEmpty() ? "nothing found" : "no clause holds");
  }

  private void clauses() {
    line("%-46s %12s %12s %12s", "Clauses", "in force", "draft", "change");
    int silent = 0;
    for (ClauseCount clause : tally.clauses()) {
      long before = clause.inForce.all();
      long after = clause.draft.all();
      if (before == 0 && after == 0 && clause.note().isEmpty()) {
        silent++;
        continue;
      }
      line(
          "  %-5s %-38s %,12d %,12d %12s %s",
          clause.id(),
          shortened(clause.title()),
          before,
          after,
          signed(after - before),
          clause.note());
    }
    if (silent > 0) {
      line("  %d clauses that both have hold for no comment.", silent);
    }
    line("");
  }

  private void neutrality() {
    line(
        "Neutrality: of these comments, %,d read as critical of the district or its people, %,d as"
            + " supportive, %,d as neither.",
        tally.comments.of(Stance.CRITICAL),
        tally.comments.of(Stance.SUPPORTIVE),
        tally.comments.of(Stance.NEITHER));
    List<BacktestNeutrality.Rate> rates = result.rates();
    line("%-46s %22s %22s", "  The draft's clause holds for", "critical", "supportive");
    for (BacktestNeutrality.Rate rate : rates) {
      line(
          "%s %-6s %-37s %22s %22s%s",
          rate.flagged() ? "!" : " ",
          rate.id(),
          shortened(rate.title()),
          Measures.share(rate.critical(), rate.ofCritical()),
          Measures.share(rate.supportive(), rate.ofSupportive()),
          rate.flagged() ? String.format(Locale.ROOT, "  p = %.2g", rate.chance()) : "");
    }
    List<BacktestNeutrality.Rate> flagged =
        rates.stream().filter(BacktestNeutrality.Rate::flagged).toList();
    if (flagged.isEmpty()) {
      line("  No clause holds for critical comments more often than chance explains.");
    } else {
      line(
          "! These hold for critical comments more often than for supportive ones, by more than"
              + " chance: %s.",
          flagged.stream().map(BacktestNeutrality.Rate::id).collect(Collectors.joining(", ")));
      line("  Read what they catch before this draft comes into force:");
      for (ClauseCount clause : tally.clauses()) {
        if (flagged.stream().anyMatch(rate -> rate.id().equals(clause.id()))) {
          line("  %s %s", clause.id(), clause.title());
          clause.onCritics.kept().forEach(this::example);
        }
      }
    }
    line(
        "  Stance is told by written lists of words, which know no irony and miss criticism that"
            + " uses no word of criticism;");
    line("  a flag is a reason to look, not a proof of bias, and no flag is no proof of fairness.");
  }

  private static String signed(long change) {
    return change == 0 ? "" : String.format(Locale.ROOT, "%+,d", change);
  }

  private static String shortened(String title) {
    return title.length() <= TITLE - 3 ? title : title.substring(0, TITLE - 6) + "...";
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
