package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.signature.DisplayName.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the name that a comment is signed with to the name that it is shown under. */
public final class SignatureDetector implements Detector {
  private static final double WORTH_SAYING = 0.3;
  private static final double LOOKED_AT = 0.5;
  private static final double FIRM = 0.8;
  private static final double MOST_IN_THE_TEXT = 0.9;

  /** Characters before a signature that may still be of it. */
  private static final int BESIDE = 24;

  /** Characters that may follow a signature at the end: an office, a heart. */
  private static final int AFTER = 24;

  private final Staff staff;
  private final Strength strength;
  private final Unsigned unsigned = new Unsigned();
  private final Notice notice = new Notice();

  public SignatureDetector(LocalNames names) {
    this.staff = new Staff(names);
    this.strength = new Strength(staff);
  }

  @Override
  public String name() {
    return "signature";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    if (comment.author().isBlank()) {
      return List.of(); // the platform shows no names: nothing to compare, and nothing to hide
    }
    Optional<Finding> hidden = unsigned.of(comment, name());
    if (hidden.isPresent() && hidden.get().score() > Unsigned.BY_NAME_ALONE) {
      return List.of(hidden.get());
    }
    String light = comment.normalised().text();
    List<SignOff> signatures = signatures(comment.text(), light);
    boolean mayBeNotice = Notice.mayBe(light);
    if (signatures.isEmpty() && !mayBeNotice) {
      return hidden.map(List::of).orElse(List.of());
    }
    DisplayName author = DisplayName.of(comment.author());
    signatures.removeIf(signed -> author.isOpenTo(comment.text().substring(signed.from())));
    Optional<Finding> signed = signed(signatures, author, comment);
    if (signed.isEmpty() && !signatures.isEmpty()) {
      return List.of(); // it is signed, and rightly
    }
    Optional<Finding> noticed = mayBeNotice ? notice.of(comment, author, name()) : Optional.empty();
    return Stream.concat(signed.stream(), noticed.stream())
        .max(Comparator.comparingDouble(Finding::score))
        .map(List::of)
        .orElse(List.of());
  }

  /** The surest of the signatures that are not the author's, unless the author's is there too. */
  private Optional<Finding> signed(List<SignOff> signatures, DisplayName author, Comment comment) {
    SignOff best = null;
    double most = 0;
    boolean own = false;
    for (SignOff signed : signatures) {
      Claim claim = claim(signed, author, comment);
      own |= claim.own();
      if (claim.score() > most) {
        most = claim.score();
        best = signed;
      }
    }
    boolean foreign = most >= WORTH_SAYING && (!own || Kinship.isAuthors(best, author));
    return foreign ? Optional.of(finding(best, most)) : Optional.empty();
  }

  private static List<SignOff> signatures(String text, String light) {
    List<SignOff> all = new ArrayList<>(0);
    if (Ending.mayBeSigned(text, light)) {
      SignOff.in(text).ifPresent(all::add);
    }
    Introduction.in(text, light).ifPresent(all::add);
    Heading.in(text).ifPresent(all::add);
    return all;
  }

  private Claim claim(SignOff signed, DisplayName author, Comment comment) {
    NamePhrase phrase = signed.phrase();
    PersonName name = phrase.name();
    if (name.kin() && !signed.house() && !name.hasTitle()) {
      Claim kin = Kinship.of(signed, author);
      if (!kin.isNone()) {
        return kin;
      }
    }
    if (isNamedBeside(signed, author, comment)) {
      return Claim.OWN;
    }
    if (name.parts().isEmpty()) {
      return claim(
          signed, comment, maySpeak(signed, author, comment) ? 0 : strength.office(signed, author));
    }
    Relation relation = author.to(name);
    if (relation == Relation.SAME) {
      return Claim.OWN;
    }
    double score = relation == Relation.FAMILY ? 0.55 : strength.named(signed, author, comment);
    if (staff.has(name) && score >= LOOKED_AT) {
      score = Math.max(score, relation == Relation.FAMILY || score < FIRM ? FIRM : 0.96);
    }
    return claim(signed, comment, score);
  }

  /** Only what stands apart at the end, as signatures do, is sure enough for more than a look. */
  private static Claim claim(SignOff signed, Comment comment, double score) {
    boolean apart =
        switch (signed.form()) {
          case CLOSING, DASH, LINE -> true;
          case SENTENCE -> signed.role();
          default -> false;
        };
    boolean ends = comment.text().length() - signed.to() <= AFTER;
    return Claim.of(apart && ends ? score : Math.min(score, MOST_IN_THE_TEXT));
  }

  /**
   * Whether the author is named with the signature: {@code Kim, Joss and Mr. Lee}. Earlier in the
   * text it is somebody else who speaks of him: {@code excuse Joss today. His mother, ...}.
   */
  private static boolean isNamedBeside(SignOff signed, DisplayName author, Comment comment) {
    if (author.kind() != DisplayName.Kind.PERSON) {
      return false;
    }
    String light = comment.normalised().text();
    PersonName name = signed.phrase().name();
    return switch (signed.form()) {
      case INTRODUCTION -> {
        boolean whole = name.isFull() || name.hasTitle() && !name.parts().isEmpty();
        yield !whole && author.isNamedIn(light, 0);
      }
      case HEADING -> author.isNamedIn(light, 0);
      default ->
          author.isNamedIn(
              light,
              Math.max(0, light.length() - (comment.text().length() - signed.from()) - BESIDE));
    };
  }

  /** Whether the author holds that office, or is of those. */
  private boolean maySpeak(SignOff signed, DisplayName author, Comment comment) {
    return staff.includes(author)
        || author.title() == signed.phrase().name().title()
        || author.isOf(NameTokens.plain(comment.text().substring(signed.from(), signed.to())));
  }

  private Finding finding(SignOff signed, double score) {
    PersonName name = signed.phrase().name();
    String why =
        name.parts().isEmpty()
            ? "It speaks for an office, and its author's display name says nothing of that."
            : "It is signed with a name that is not its author's display name"
                + (staff.has(name) ? ", but an employee's." : ".");
    return new Finding(
        Category.FALSE_SIGNATURE,
        score,
        name(),
        List.of(new Span(signed.from(), signed.to())),
        why);
  }
}
