package hallmonitor.bench.judging;

import hallmonitor.moderation.finding.encoder.EncoderStage.Looks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured on one stream. A figure that was not measured is NaN.
 *
 * @param firstStage comments per second and core: rules, linear models, policy
 * @param bytes allocated by the first stage for a comment
 * @param allStages the same with the encoders where they are needed, each text read again
 * @param table comments per second: the linear models alone, as the product runs them
 * @param categorizer comments per second: the same linear models one by one by OpenNLP
 * @param looks for each encoder, milliseconds for a comment that reaches it
 */
record StreamFigures(
    String name,
    StageShares shares,
    Rate firstStage,
    double bytes,
    Rate allStages,
    Rate table,
    Rate categorizer,
    List<Double> looks) {
  private static final double MICROS = 1e6;

  /**
   * Comments per second.
   *
   * @param error half of the 99.9 % interval
   */
  record Rate(double perSecond, double error) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%,.0f comments/s (\u00b1 %,.0f)", perSecond, error);
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%s: %,d comments", name, shares.comments()));
    line(
        lines,
        "first stage alone: rules, linear models, policy",
        "%s, %.1f microseconds, %,.0f bytes each",
        firstStage,
        MICROS / firstStage.perSecond,
        bytes);
    line(
        lines, "all stages", "%s, %.1f microseconds each", allStages, MICROS / allStages.perSecond);
    line(
        lines,
        "all stages take so much longer than the first alone",
        "x %.1f",
        firstStage.perSecond / allStages.perSecond);
    for (int model = 0; model < looks.size(); model++) {
      Looks taken = shares.looks().get(model);
      line(
          lines,
          "reach " + taken.model(),
          "%.1f %%, a look takes %.3f ms, %.1f %% known from an equal text (not used above)",
          shares.percent(taken.all()),
          looks.get(model),
          known(taken));
    }
    line(lines, "linear models one by one, DocumentCategorizerME", "%s", categorizer);
    line(
        lines,
        "the first stage as a whole is so much faster than those",
        "x %.1f",
        firstStage.perSecond / categorizer.perSecond);
    line(
        lines,
        "linear models in one table",
        "%s, x %.1f",
        table,
        table.perSecond / categorizer.perSecond);
    return lines;
  }

  /** Returns what was measured by name: comments a second with half of the interval, and so on. */
  Map<String, Object> byName() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("comments", shares.comments());
    rate(all, "first stage alone", firstStage);
    measured(all, "first stage alone, bytes for a comment", bytes);
    rate(all, "all stages", allStages);
    rate(all, "linear models in one table", table);
    rate(all, "linear models one by one", categorizer);
    for (int model = 0; model < looks.size(); model++) {
      Looks taken = shares.looks().get(model);
      measured(all, "reach " + taken.model() + ", percent", shares.percent(taken.all()));
      measured(all, "a look of " + taken.model() + ", ms", looks.get(model));
      measured(all, "known to " + taken.model() + " from an equal text, percent", known(taken));
    }
    return all;
  }

  private static void rate(Map<String, Object> all, String name, Rate rate) {
    measured(all, name + ", comments a second", rate.perSecond());
    measured(all, name + ", comments a second, error", rate.error());
  }

  private static void measured(Map<String, Object> all, String name, double figure) {
    if (!Double.isNaN(figure)) {
      all.put(name, figure);
    }
  }

  private static double known(Looks looks) {
    return looks.all() == 0 ? 0 : 100.0 * looks.remembered() / looks.all();
  }

  private static void line(List<String> lines, String what, String form, Object... figures) {
    lines.add(
        String.format("  %-57s ", what)
            + String.format(Locale.ROOT, form, figures).replace("NaN", "-"));
  }
}
