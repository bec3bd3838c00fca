package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.redaction.ProposedRedaction;
import hallmonitor.moderation.casework.redaction.ProposerRule;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.TextWords;
import hallmonitor.moderation.casework.redaction.WordChoice;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.store.request.KeptRedaction;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the page of an item shows of its redactions.
 *
 * @param text as archived; empty if the archive no longer has it
 * @param confirmed those in effect
 * @param choice the words that are chosen now
 * @param stale whether a redaction was made on another text than that of now
 * @param keeps whether the reader keeps that list, and may know that a name is on it
 * @param unread names on the media-release list that cannot be read, so that they are not proposed
 */
public record RedactionSheet(
    String text,
    List<ProposedRedaction> proposals,
    List<KeptRedaction> confirmed,
    WordChoice choice,
    boolean stale,
    long unread,
    boolean keeps) {
  /** A piece of the text that is marked in the same ways. */
  public record Part(String text, boolean redacted, boolean proposed, boolean chosen) {
    public boolean isMarked() {
      return redacted || proposed || chosen;
    }

    /** Returns the names of its styles. */
    public String getStyles() {
      return (redacted ? "is-redacted " : proposed ? "is-proposed " : "")
          + (chosen ? "is-chosen" : "");
    }
  }

  public RedactionSheet {
    proposals = List.copyOf(proposals);
    confirmed = List.copyOf(confirmed);
  }

  /** Returns how many words the text has. */
  public int getWords() {
    return new TextWords(text).count();
  }

  /** Returns the chosen words; empty if nothing is chosen. */
  public String getChosen() {
    return place().of(text);
  }

  private Span place() {
    return choice.equals(WordChoice.NONE)
        ? new Span(0, 0)
        : new TextWords(text).between(choice.first(), choice.last());
  }

  /** Returns what a proposal or a redaction covers, in words. */
  public String words(Span span) {
    return span.of(text);
  }

  /** Returns whether words of the text are proposed, and not the author or the title. */
  public boolean isWords(ProposedRedaction proposal) {
    return proposal.part() == RedactedPart.TEXT;
  }

  /** Returns what is proposed if it is not words. */
  public Sentence name(ProposedRedaction proposal) {
    return name(proposal.part());
  }

  /** Returns why it is proposed. */
  public Sentence why(ProposedRedaction proposal) {
    return proposal.rule() == ProposerRule.REFUSED_STUDENT && !keeps
        ? Sentence.of("Name of a student")
        : proposal.rule().why();
  }

  /** Returns whether a name besides the text is redacted. */
  public boolean isNamed() {
    return confirmed.stream()
        .map(KeptRedaction::getWhat)
        .anyMatch(what -> what == RedactedPart.AUTHOR || what == RedactedPart.TITLE);
  }

  /** Returns the id of the ground that is proposed; empty if a person must choose it. */
  public String ground(ProposedRedaction proposal) {
    return proposal.ground().map(LegalGround::id).orElse("");
  }

  /** Returns the name of a part. */
  public Sentence name(KeptRedaction redaction) {
    return name(redaction.getWhat());
  }

  private static Sentence name(RedactedPart part) {
    return switch (part) {
      case TEXT -> Sentence.of("Words");
      case AUTHOR -> Sentence.of("Name of the author");
      case TITLE -> Sentence.of("Title of the post");
      case ATTACHMENT -> Sentence.of("Picture or video");
      case AREA -> Sentence.of("Part of a picture");
    };
  }

  /** Returns whether a redaction covers words of this text. */
  public boolean hasWords(KeptRedaction redaction) {
    return redaction.getWhat() == RedactedPart.TEXT && redaction.span().to() <= text.length();
  }

  /** Returns whether a redaction covers a part of a picture. */
  public boolean isArea(KeptRedaction redaction) {
    return redaction.getWhat() == RedactedPart.AREA;
  }

  /** Returns the text in pieces, from one change of its marks to the next. */
  public List<Part> getParts() {
    List<Span> redacted =
        confirmed.stream().filter(this::hasWords).map(KeptRedaction::span).toList();
    List<Span> proposed =
        proposals.stream().filter(this::isWords).map(ProposedRedaction::span).toList();
    Span chosen = place();
    TreeSet<Integer> edges = new TreeSet<>(List.of(0, text.length()));
    redacted.forEach(span -> edges.addAll(List.of(span.from(), span.to())));
    proposed.forEach(span -> edges.addAll(List.of(span.from(), span.to())));
    edges.addAll(List.of(chosen.from(), chosen.to()));
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int to : edges.tailSet(0, false)) {
      parts.add(
          new Part(
              text.substring(from, to),
              isIn(redacted, from),
              isIn(proposed, from),
              isIn(List.of(chosen), from)));
      from = to;
    }
    return parts;
  }

  private static boolean isIn(List<Span> spans, int at) {
    return spans.stream().anyMatch(span -> span.from() <= at && at < span.to());
  }
}
