package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.text.NormalizedText;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a rule proposes to redact. A person confirms or rejects it.
 *
 * @param part the text, the name of the author, or the title
 * @param span of the text; empty for other parts
 * @param ground that the district's file proposes; empty if a person must choose it
 */
public record ProposedRedaction(
    RedactedPart part, Span span, ProposerRule rule, Optional<LegalGround> ground) {
  /** Returns what names it in a form: its part, place, and rule, without its words. */
  public String key() {
    return EnumCodes.of(part) + "-" + span.from() + "-" + span.to() + "-" + EnumCodes.of(rule);
  }

  /**
   * Returns whether nothing more of a text is proposed once these are confirmed: they are fewer
   * than {@value RedactionProposals#MOST}, and none of their words stand elsewhere in it.
   */
  public static boolean areAll(String text, List<ProposedRedaction> proposals) {
    BitSet marked = new BitSet();
    List<Span> words =
        proposals.stream()
            .filter(p -> p.part() == RedactedPart.TEXT)
            .map(ProposedRedaction::span)
            .toList();
    words.forEach(span -> marked.set(span.from(), span.to()));
    NormalizedText light = NormalizedText.of(text);
    return proposals.size() < RedactionProposals.MOST
        && words.stream()
            .flatMap(span -> TextWords.same(text, light, span.of(text)).stream())
            .allMatch(same -> marked.nextClearBit(same.from()) >= same.to());
  }
}
