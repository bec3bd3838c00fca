package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Proposals of words of a text, without those within what is redacted. */
record ProposedWords(
    String text, WholeCharacters characters, BitSet redacted, List<ProposedRedaction> all) {
  private static final Comparator<ProposedRedaction> BY_RULE =
      Comparator.comparing(ProposedRedaction::rule)
          .thenComparingInt(p -> p.span().from())
          .thenComparingInt(p -> p.span().to());

  static ProposedWords in(String text, List<Redaction> redactions) {
    BitSet redacted = new BitSet();
    redactions.stream()
        .filter(r -> r.part() == RedactedPart.TEXT)
        .forEach(r -> redacted.set(r.span().from(), r.span().to()));
    return new ProposedWords(text, new WholeCharacters(text), redacted, new ArrayList<>());
  }

  /**
   * Returns them; those of one rule that overlap are one, so that nobody answers for them twice.
   */
  List<ProposedRedaction> merged() {
    List<ProposedRedaction> merged = new ArrayList<>();
    for (ProposedRedaction one : all.stream().sorted(BY_RULE).toList()) {
      ProposedRedaction last = merged.isEmpty() ? one : merged.get(merged.size() - 1);
      if (last.rule() == one.rule()
          && last.ground().equals(one.ground())
          && one.span().from() < last.span().to()
          && !merged.isEmpty()) {
        int to = Math.max(last.span().to(), one.span().to());
        merged.set(
            merged.size() - 1,
            new ProposedRedaction(
                one.part(), new Span(last.span().from(), to), one.rule(), one.ground()));
      } else {
        merged.add(one);
      }
    }
    return merged;
  }

  void add(Span span, ProposerRule rule, Optional<LegalGround> ground) {
    Span whole = characters.around(span);
    if (!span.of(text).isBlank() && redacted.nextClearBit(whole.from()) < whole.to()) {
      all.add(new ProposedRedaction(RedactedPart.TEXT, whole, rule, ground));
    }
  }
}
