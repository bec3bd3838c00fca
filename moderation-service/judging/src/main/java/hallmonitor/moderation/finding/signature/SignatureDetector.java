package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares a comment's signature with its display name, and finds unsigned entries where anyone can
 * type any name or none.
 */
public final class SignatureDetector implements Detector {
  private static final double WORTH_SAYING = 0.3;

  /** Lowest score of a name that is signed, and not addressed or mentioned. */
  private static final double SIGNS = 0.5;

  /**
   * @param signer the person it names
   * @param features empty if that is the author or no one
   * @param sure how likely it is that this is not the person in the display name
   */
  private record Signed(SignOff signOff, Signer signer, Set<String> features, double sure) {}

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
    List<SignOff> signatures = Signatures.in(comment.text(), light);
    boolean mayBeNotice = Notice.mayBe(light);
    if (signatures.isEmpty() && !mayBeNotice) {
      return found(Optional.empty(), keptBack.or(() -> unsigned.byName(comment, nobodys, name())));
    }
    DisplayName author = DisplayName.of(comment.author());
    List<Signed> all = signed(signatures, author, comment);
    boolean own = all.stream().anyMatch(signed -> isOwn(signed, nobodys));
    Optional<Finding> falsely =
        all.stream()
            .filter(signed -> signed.sure >= WORTH_SAYING && !isOwn(signed, nobodys))
            .filter(signed -> !own || author.beginsWith(signed.signOff.phrase().owner()))
            .max(Comparator.comparingDouble(Signed::sure))
            .map(signed -> finding(signed.signOff, signed.sure));
    if (own && falsely.isEmpty()) {
      return List.of(); // it is signed by its author
    }
    Optional<Finding> noticed = mayBeNotice ? notice.of(comment, author, name()) : Optional.empty();
    boolean isSigned = own || all.stream().anyMatch(signed -> isSigned(signed, nobodys));
    return found(
        Stream.concat(falsely.stream(), noticed.stream())
            .max(Comparator.comparingDouble(Finding::score)),
        isSigned ? Optional.empty() : unsigned.byName(comment, nobodys, name()));
  }

  private static List<Finding> found(Optional<Finding> falsely, Optional<Finding> without) {
    return Stream.concat(falsely.stream(), without.stream()).toList();
  }

  /** Returns the signatures that not just anyone may write under the display name. */
  private List<Signed> signed(List<SignOff> signatures, DisplayName author, Comment comment) {
    List<Signed> all = new ArrayList<>(signatures.size());
    for (SignOff signOff : signatures) {
      if (!author.isOpenTo(comment.text().substring(signOff.from()))) {
        Signer signer =
            Signer.of(signOff, author, comment.normalized().text(), comment.text(), staff);
        Set<String> features =
            signer.isAnother() ? SignatureFeatures.of(signOff, signer, author, comment) : Set.of();
        double sure = features.isEmpty() ? 0 : score.of(features, signOff, signer, author, comment);
        all.add(new Signed(signOff, signer, features, sure));
      }
    }
    return all;
  }

  /**
   * Returns whether a signature is the author's. If no display name says who wrote the comment,
   * signing as a private person is what the rules ask for.
   */
  private boolean isOwn(Signed signed, boolean nobodys) {
    return signed.signer == Signer.AUTHOR
        || nobodys
            && signed.signer.isPrivate()
            && !signed.signOff.role()
            && isSomebodys(signed.signOff)
            && signed.sure >= SIGNS;
  }

  /**
   * Returns whether an entry with this signature counts as signed, by its author or by someone
   * else. If the display name names no one, signatures with an office or an employee's name do not
   * count, because no one can check them.
   */
  private boolean isSigned(Signed signed, boolean nobodys) {
    SignOff signOff = signed.signOff;
    return nobodys
        ? !signOff.office()
            && isSomebodys(signOff)
            && (signOff.isOfKin() && signed.signer == Signer.NOBODY
                || signed.signer.signs(signOff.phrase().name()) && signed.sure >= SIGNS)
        : signed.sure >= SIGNS;
  }

  /** Returns whether it is a name of more than initials that is not an employee's. */
  private boolean isSomebodys(SignOff signOff) {
    PersonName name = signOff.phrase().name();
    return !staff.has(name) && name.parts().stream().anyMatch(part -> part.length() > 1);
  }

  /**
   * Returns the features of all signatures in a comment that are not its author's, for training.
   */
  public List<Set<String>> features(Comment comment) {
    if (comment.author().isBlank()) {
      return List.of();
    }
    List<SignOff> signatures = Signatures.in(comment.text(), comment.normalized().text());
    return signed(signatures, DisplayName.of(comment.author()), comment).stream()
        .map(Signed::features)
        .filter(features -> !features.isEmpty())
        .toList();
  }

  private Finding finding(SignOff signed, double score) {
    PersonName name = signed.phrase().name();
    Sentence why = Sentence.of("It is signed with a name that is not its author's display name.");
    if (name.parts().isEmpty()) {
      why =
          Sentence.of(
              "It speaks for an office, and its author's display name says nothing of that.");
    } else if (staff.has(name)) {
      why =
          Sentence.of(
              "It is signed with an employee's name, which is not its author's display name.");
    }
    return new Finding(
        Category.FALSE_SIGNATURE,
        score,
        name(),
        List.of(new Span(signed.from(), signed.to())),
        why.toString());
  }
}
