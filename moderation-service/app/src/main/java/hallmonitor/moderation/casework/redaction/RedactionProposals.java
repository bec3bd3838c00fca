package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.casework.request.RequestRules;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.privacy.PrivateFactDetector;
import hallmonitor.moderation.finding.privacy.PrivatePlace;
import hallmonitor.moderation.finding.privacy.WithheldNameDetector;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Proposes what of a record to redact: all that the detectors of comments find, and not only what
 * they judge an offense. A proposal decides nothing.
 */
public final class RedactionProposals {
  /** So many are proposed at once; the others follow when these are answered. */
  public static final int MOST = 100;

  private static final Comparator<ProposedRedaction> IN_TEXT =
      Comparator.comparing(ProposedRedaction::part)
          .thenComparingInt(p -> p.span().from())
          .thenComparingInt(p -> -p.span().to())
          .thenComparing(ProposedRedaction::rule);

  private final PrivateFactDetector facts;
  private final WithheldNameDetector students;
  private final List<PersonName> staff;
  private final List<Set<String>> schools;
  private final RequestRules rules;

  /**
   * Creates it for the present names and rules.
   *
   * @param facts is costly to make, and can be shared
   */
  public RedactionProposals(PrivateFactDetector facts, LocalNames names, RequestRules rules) {
    this.facts = facts;
    this.students = new WithheldNameDetector(names);
    this.staff = names.staff().stream().map(PersonName::of).toList();
    this.schools =
        names.schoolsAndTeams().stream()
            .map(name -> Set.copyOf(PersonName.of(name).parts()))
            .toList();
    this.rules = rules;
  }

  /**
   * A proposal that a person rejected.
   *
   * @param textHash of the text that it was made in; empty for other parts
   */
  public record Answered(RedactedPart part, Span span, ProposerRule rule, String textHash) {
    /** A name may come on the list later, so only that rule's own rejection counts for it. */
    private boolean isAnswerTo(ProposedRedaction proposed, String hash) {
      return proposed.part() == part
          && proposed.span().equals(span)
          && (part != RedactedPart.TEXT || textHash.equals(hash))
          && (proposed.rule() != ProposerRule.REFUSED_STUDENT || rule == proposed.rule());
    }
  }

  /**
   * Proposes.
   *
   * @param author display name; empty if there is none
   * @param title of the post; empty if there is none
   * @param redacted what is confirmed now
   * @param rejected what is not proposed again
   * @return in the order of the text, the author and the title last; none within what is redacted,
   *     rejected, or proposed already; at most {@value #MOST}
   */
  public List<ProposedRedaction> of(
      String text, String author, String title, List<Redaction> redacted, List<Answered> rejected) {
    ProposedWords found = ProposedWords.in(text, redacted);
    sameWords(found, text, redacted);
    Comment comment = Comment.of(text, author, "", Optional.empty(), "school");
    students(comment).forEach(span -> add(found, span, ProposerRule.REFUSED_STUDENT));
    List<Span> names = ProposedNames.in(text);
    PrivatePlaces.in(comment, facts, names).forEach(place -> add(found, place));
    names.stream()
        .filter(Predicate.not(span -> isKnown(span.of(text))))
        .forEach(span -> add(found, span, ProposerRule.PERSON));
    List<ProposedRedaction> all = new ArrayList<>(found.merged());
    whole(RedactedPart.AUTHOR, author, redacted).ifPresent(all::add);
    whole(RedactedPart.TITLE, title, redacted).ifPresent(all::add);
    String hash = Redaction.hash(text);
    return outermost(
        all.stream().filter(p -> rejected.stream().noneMatch(r -> r.isAnswerTo(p, hash))).toList());
  }

  private Optional<ProposedRedaction> whole(
      RedactedPart part, String name, List<Redaction> redacted) {
    return namesStudent(name) && redacted.stream().noneMatch(r -> r.part() == part)
        ? Optional.of(
            new ProposedRedaction(
                part,
                new Span(0, 0),
                ProposerRule.REFUSED_STUDENT,
                rules.proposedFor(ProposerRule.REFUSED_STUDENT.topic())))
        : Optional.empty();
  }

  /** Returns whether the name of an author, or a title, names a student on the list. */
  public boolean namesStudent(String name) {
    return !students(Comment.of(name, "", "", Optional.empty(), "school")).isEmpty();
  }

  /**
   * Of two proposals for the same words the first rule counts, and of one within another the other.
   */
  private static List<ProposedRedaction> outermost(List<ProposedRedaction> found) {
    List<ProposedRedaction> outermost = new ArrayList<>();
    RedactedPart part = RedactedPart.TEXT;
    int reached = -1;
    for (ProposedRedaction one : found.stream().sorted(IN_TEXT).toList()) {
      reached = one.part() == part ? reached : -1;
      part = one.part();
      if (one.span().to() > reached && outermost.size() < MOST) {
        outermost.add(one);
        reached = one.span().to();
      }
    }
    return outermost;
  }

  private List<Span> students(Comment comment) {
    return students.detect(comment).stream().flatMap(f -> f.spans().stream()).toList();
  }

  /** Searches once for words that are redacted in many places. */
  private static void sameWords(ProposedWords found, String text, List<Redaction> redacted) {
    NormalizedText light = NormalizedText.of(text);
    Set<String> searched = new HashSet<>();
    for (Redaction redaction : redacted) {
      String words = redaction.span().of(text);
      String plain = TextWords.plain(words);
      if (redaction.part() == RedactedPart.TEXT && searched.add(plain.isEmpty() ? words : plain)) {
        TextWords.same(text, light, words)
            .forEach(
                span -> found.add(span, ProposerRule.SAME_WORDS, Optional.of(redaction.ground())));
      }
    }
  }

  private void add(ProposedWords found, PrivatePlace place) {
    add(
        found,
        place.span(),
        switch (place.kind()) {
          case PHONE -> ProposerRule.PHONE;
          case ADDRESS -> ProposerRule.ADDRESS;
          case EMAIL -> ProposerRule.EMAIL;
          case NUMBER -> ProposerRule.NUMBER;
          case GRADES -> ProposerRule.GRADES;
          case MATTER -> ProposerRule.MATTER;
        });
  }

  private void add(ProposedWords found, Span span, ProposerRule rule) {
    found.add(span, rule, rules.proposedFor(rule.topic()));
  }

  /** Names of staff are public, and so is that of a school, whole or with two of its words. */
  private boolean isKnown(String written) {
    PersonName name = PersonName.of(written);
    return schools.stream()
            .anyMatch(
                school ->
                    school.containsAll(name.parts())
                        && (name.parts().size() > 1 || school.size() == 1))
        || staff.stream().anyMatch(name::isHowOneSigns);
  }
}
