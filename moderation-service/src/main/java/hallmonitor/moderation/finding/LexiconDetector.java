package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;

/** Words that decide by themselves: profanity; slurs, unless the comment speaks about the word. */
final class LexiconDetector implements Detector {
  private static final double BARELY_SHOWN = 0.6;

  private final Lexicon lexicon;
  private final Rulebook rules;

  LexiconDetector(Lexicon lexicon, Rulebook rules) {
    this.lexicon = lexicon;
    this.rules = rules;
  }

  @Override
  public String name() {
    return "lexicon";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    NormalisedText folded = comment.normalised().folded();
    List<Lexicon.Hit> hits = lexicon.find(folded.text());
    List<Finding> findings = new ArrayList<>(hits.size());
    for (Lexicon.Hit hit : hits) {
      findings.add(finding(comment, folded, hit));
    }
    return findings;
  }

  private Finding finding(Comment comment, NormalisedText folded, Lexicon.Hit hit) {
    Lexicon.Entry entry = hit.entry();
    Span span = new Span(folded.originalFrom(hit.from()), folded.originalTo(hit.to()));
    double score = hit.shown() ? entry.score() : Math.min(entry.score(), BARELY_SHOWN);
    String why = sentence(entry.category()) + (hit.shown() ? "." : ", with most letters starred out.");
    if (entry.category() != Category.PROFANITY) {
      double factor = rules.read(comment).contextFactor(List.of("counter-speech", "quotation"));
      if (factor < 1) {
        score *= factor;
        why = sentence(entry.category()) + ", but the comment seems to speak about the word.";
      }
    }
    return new Finding(entry.category(), score, name(), List.of(span), why);
  }

  private static String sentence(Category category) {
    switch (category) {
      case PROFANITY:
        return "The comment contains a profane word";
      case HATE:
        return "The comment contains a slur";
      case SEXUAL:
        return "The comment contains a sexual word";
      default:
        return "The comment contains a word of the kind " + category.label();
    }
  }
}
