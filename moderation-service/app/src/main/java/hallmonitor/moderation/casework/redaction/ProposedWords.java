package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Proposals of words of a text, without those within what is redacted. */
record ProposedWords(
    String text, WholeCharacters characters, BitSet redacted, List<ProposedRedaction> all) {
  static ProposedWords in(String text, List<Redaction> redactions) {
    BitSet redacted = new BitSet();
    redactions.stream()
        .filter(r -> r.part() == RedactedPart.TEXT)
        .forEach(r -> redacted.set(r.span().from(), r.span().to()));
    return new ProposedWords(text, new WholeCharacters(text), redacted, new ArrayList<>());
  }

  void add(Span span, ProposerRule rule, Optional<LegalGround> ground) {
    Span whole = characters.around(span);
    if (!span.of(text).isBlank() && redacted.nextClearBit(whole.from()) < whole.to()) {
      all.add(new ProposedRedaction(RedactedPart.TEXT, whole, rule, ground));
    }
  }
}
