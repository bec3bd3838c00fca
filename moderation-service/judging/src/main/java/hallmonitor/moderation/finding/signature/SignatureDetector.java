package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.PersonName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the name that a comment is signed with to the name that it is shown under, and finds
 * entries that nobody signs where anybody may type any name or none.
 */
public final class SignatureDetector implements Detector {
  private static final double WORTH_SAYING = 0.3;

  /** From here on a name is signed rather than spoken to or of. */
  private static final double SIGNS = 0.5;

  private final Staff staff;
  private final SignatureScore score;
  private final Unsigned unsigned = new Unsigned();
  private final Notice notice = new Notice();

  public SignatureDetector(LocalNames names) {
    this.staff = new Staff(names);
    this.score = new SignatureScore(staff);
  }

  @Override
  public String name() {
    return "signature";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    boolean nobodys = Unsigned.isNobodys(comment);
    if (comment.author().isBlank() && !nobodys) {
      return List.of(); // the platform shows no names: nothing to compare, and nothing to hide
    }
    Optional<Finding> keptBack = unsigned.keptBack(comment, nobodys, name());
    if (keptBack.isPresent() && keptBack.get().score() > Unsigned.BY_A_NAME) {
      return List.of(keptBack.get());
    }
    String light = comment.normalized().text();
    List<SignOff> signatures = signatures(comment.text(), light);
    boolean mayBeNotice = Notice.mayBe(light);
    if (signatures.isEmpty() && !mayBeNotice) {
      return found(Optional.empty(), keptBack.or(() -> unsigned.byName(comment, nobodys, name())));
    }
    DisplayName author = DisplayName.of(comment.author());
    signatures.removeIf(signed -> author.isOpenTo(comment.text().substring(signed.from())));
    List<SignOff> own =
        signatures.stream().filter(s -> isOwn(s, nobodys, author, comment)).toList();
    boolean isSigned =
        !own.isEmpty() || signatures.stream().anyMatch(s -> isSigned(s, nobodys, author, comment));
    Optional<Finding> without =
        isSigned ? Optional.empty() : unsigned.byName(comment, nobodys, name());
    Optional<Finding> signed = signed(signatures, own, author, comment);
    if (signed.isEmpty() && !own.isEmpty()) {
      return List.of(); // it is signed, and rightly
    }
    Optional<Finding> noticed = mayBeNotice ? notice.of(comment, author, name()) : Optional.empty();
    return found(
        Stream.concat(signed.stream(), noticed.stream())
            .max(Comparator.comparingDouble(Finding::score)),
        without);
  }

  private static List<Finding> found(Optional<Finding> falsely, Optional<Finding> without) {
    return Stream.concat(falsely.stream(), without.stream()).toList();
  }

  /** The surest of the signatures that are not the author's, unless the author's is there too. */
  private Optional<Finding> signed(
      List<SignOff> signatures, List<SignOff> own, DisplayName author, Comment comment) {
    SignOff best = null;
    double most = 0;
    for (SignOff signed : signatures) {
      double sure = own.contains(signed) ? 0 : sure(signed, author, comment);
      if (sure > most) {
        most = sure;
        best = signed;
      }
    }
    return best != null
            && most >= WORTH_SAYING
            && (own.isEmpty() || Kinship.isAuthors(best, author))
        ? Optional.of(finding(best, most))
        : Optional.empty();
  }

  /**
   * Whether a signature is the author's. Where no display name says who wrote, whoever signs as a
   * private person does what the rules ask for.
   */
  private boolean isOwn(SignOff signed, boolean nobodys, DisplayName author, Comment comment) {
    Signer signer = signer(signed, author, comment);
    return signer == Signer.AUTHOR
        || nobodys
            && signer.isPrivate()
            && !signed.role()
            && signed.phrase().name().parts().stream().anyMatch(part -> part.length() > 1)
            && !staff.has(signed.phrase().name())
            && sure(signed, author, comment) >= SIGNS;
  }

  /**
   * Whether an entry with that signature has one, be it the author's or not. Where nobody stands
   * over the entry, those with an office and employees do not count: nobody is known to be one.
   */
  private boolean isSigned(SignOff signed, boolean nobodys, DisplayName author, Comment comment) {
    PersonName name = signed.phrase().name();
    if (!nobodys) {
      return sure(signed, author, comment) >= SIGNS;
    }
    if (signed.office()
        || staff.has(name)
        || name.parts().stream().noneMatch(part -> part.length() > 1)) {
      return false;
    }
    Signer signer = signer(signed, author, comment);
    return signed.isOfKin() && signer == Signer.NOBODY
        || signer.signs(name) && sure(signed, author, comment) >= SIGNS;
  }

  /** How sure it is that somebody signs there who is not whom the display name shows. */
  private double sure(SignOff signed, DisplayName author, Comment comment) {
    Signer signer = signer(signed, author, comment);
    return signer.isAnother() ? score.of(signed, signer, author, comment) : 0;
  }

  private Signer signer(SignOff signed, DisplayName author, Comment comment) {
    return Signer.of(signed, author, comment.normalized().text(), comment.text(), staff);
  }

  /** The features of all signatures in a comment that are not its author's, for learning. */
  public List<Set<String>> features(Comment comment) {
    List<Set<String>> all = new ArrayList<>(0);
    if (comment.author().isBlank()) {
      return all;
    }
    DisplayName author = DisplayName.of(comment.author());
    for (SignOff signed : signatures(comment.text(), comment.normalized().text())) {
      Signer signer = signer(signed, author, comment);
      if (signer.isAnother() && !author.isOpenTo(comment.text().substring(signed.from()))) {
        all.add(SignatureFeatures.of(signed, signer, author, comment));
      }
    }
    return all;
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
