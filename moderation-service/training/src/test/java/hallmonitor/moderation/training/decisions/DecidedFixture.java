package hallmonitor.moderation.training.decisions;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.training.decisions.DecidedComment.Bars;
import hallmonitor.moderation.training.decisions.Statement.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Builds decided comments as sentences. */
final class DecidedFixture {
  private final Map<Category, Double> findings = new EnumMap<>(Category.class);
  private final List<Statement> statements = new ArrayList<>();
  private String id = "17";
  private String text = "You will see what happens on Friday.";
  private String language = "en";
  private String author = "Dana Reyes";
  private Bars bars = Bars.NONE;

  static DecidedFixture aComment() {
    return new DecidedFixture();
  }

  DecidedFixture id(String newId) {
    id = newId;
    return this;
  }

  DecidedFixture saying(String words) {
    text = words;
    return this;
  }

  DecidedFixture in(String code) {
    language = code;
    return this;
  }

  DecidedFixture by(String name) {
    author = name;
    return this;
  }

  DecidedFixture found(Category category, double score) {
    findings.put(category, score);
    return this;
  }

  DecidedFixture bars(Bars newBars) {
    bars = newBars;
    return this;
  }

  /** Novak confirms the case's own clause. */
  DecidedFixture confirmed(String clause, Category category) {
    return said(Source.DECISION, "novak", true, clause, false, category.label(), false);
  }

  /** Novak hides it under another clause than the policy's. */
  DecidedFixture corrected(String clause, Category category) {
    return said(Source.DECISION, "novak", true, clause, true, category.label(), false);
  }

  DecidedFixture dismissed() {
    return said(Source.DECISION, "novak", false, "3.2", false, "threat", false);
  }

  DecidedFixture said(
      Source source,
      String person,
      boolean breaks,
      String clause,
      boolean corrected,
      String category,
      boolean edited) {
    statements.add(new Statement(source, person, breaks, clause, corrected, category, edited));
    return this;
  }

  DecidedComment there() {
    return new DecidedComment(
        "practice",
        id,
        "r1",
        text,
        language,
        author,
        author,
        "Homecoming\nSee you on Friday.",
        "",
        findings,
        bars,
        statements);
  }
}
