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

/** Compares the name that a comment is signed with to the name that it is shown under. */
public final class SignatureDetector implements Detector {
  private static final double WORTH_SAYING = 0.3;

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
    if (signed.isEmpty()
        && signatures.stream().anyMatch(s -> signer(s, author, comment) == Signer.AUTHOR)) {
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
      Signer signer = signer(signed, author, comment);
      own |= signer == Signer.AUTHOR;
      double sure = signer.isAnother() ? score.of(signed, signer, author, comment) : 0;
      if (sure > most) {
        most = sure;
        best = signed;
      }
    }
    return best != null && most >= WORTH_SAYING && (!own || Kinship.isAuthors(best, author))
        ? Optional.of(finding(best, most))
        : Optional.empty();
  }

  private Signer signer(SignOff signed, DisplayName author, Comment comment) {
    return Signer.of(signed, author, comment.normalised().text(), comment.text(), staff);
  }

  /** The features of all signatures in a comment that are not its author's, for learning. */
  public List<Set<String>> features(Comment comment) {
    List<Set<String>> all = new ArrayList<>(0);
    if (comment.author().isBlank()) {
      return all;
    }
    DisplayName author = DisplayName.of(comment.author());
    for (SignOff signed : signatures(comment.text(), comment.normalised().text())) {
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
