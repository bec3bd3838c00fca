package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalisedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the name that a comment is signed with to the name that it is shown under. */
final class SignatureDetector implements Detector {
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?:anonymous|anonim[oa]|anon|guest|invitad[oa]|user|usuari[oa]|facebook"
              + " user|deleted|unknown|desconocid[oa]|private|"
              + "throwaway|burner|ghost|nobody|nadie|noname|acct|account|cuenta)(?:[^a-z].{0,30}|[0-9].{0,30})?|x{1,3}|[^a-z]{0,40}");
  private static final Pattern ON_PURPOSE =
      Pattern.compile(
          "\\b(?:remain anonymous|stay anonymous|name withheld|names? withheld|withhold my"
              + " name|without a name|no names?\\b.{0,5}(?:check|here|,)|(?:won't|wont|will"
              + " not|not) (?:sign|signing) this|anonymous (?:because|complaint|tip)|can't give my"
              + " name|cant give my name|not (?:telling|saying|giving) (?:you|u)? ?(?:who i am|my"
              + " name)|never know who i am|don't need my name|dont need my name|keep my name"
              + " out|posting from a burner|concerned (?:parent|citizen|taxpayer) who|prefiero no"
              + " (?:dar|decir|poner)|no (?:doy|digo|pongo|voy a dar|voy a decir|puedo dar) mi"
              + " nombre|sin nombre|queja anonima|en el anonimato|no (?:voy a firmar|firmo)|no les?"
              + " (?:voy a decir|digo) quien soy)\\b");

  /** One of these is in every text that {@link #ON_PURPOSE} finds. */
  private static final List<String> CUES =
      List.of(
          "nam", "nombre", "anon", "sign", "firm", "concerned", "who i am", "quien soy", "burner");

  private static final Set<String> NO_NAMES =
      Set.of(
          "nobody",
          "someone",
          "somebody",
          "anonymous",
          "anonimo",
          "anonima",
          "nadie",
          "alguien",
          "ghost");

  private final Set<PersonName> staff;

  SignatureDetector(LocalNames names) {
    this.staff = names.staff().stream().map(PersonName::of).collect(Collectors.toSet());
  }

  @Override
  public String name() {
    return "signature";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    Optional<SignOff> signed = SignOff.in(comment.text(), comment.normalised().text());
    PersonName author = PersonName.of(comment.author());
    boolean nameless = isNobody(comment.author());
    if (signed.isEmpty()
        || signed
            .map(s -> PersonName.of(s.name()).parts())
            .filter(p -> p.stream().anyMatch(NO_NAMES::contains))
            .isPresent()) {
      return unsigned(comment, nameless || signed.isPresent());
    }
    return foreign(signed.get(), author, nameless && comment.author().isBlank());
  }

  private List<Finding> unsigned(Comment comment, boolean nameless) {
    String light = comment.normalised().text();
    if (CUES.stream().anyMatch(light::contains) && ON_PURPOSE.matcher(light).find()) {
      return List.of(
          finding(
              Category.UNSIGNED,
              0.9,
              List.of(),
              "Its author says that they keep their name back."));
    }
    return nameless
        ? List.of(
            finding(
                Category.UNSIGNED,
                0.9,
                List.of(),
                "Neither the display name nor the text names an author."))
        : List.of();
  }

  private List<Finding> foreign(SignOff signed, PersonName author, boolean noAuthor) {
    PersonName name = PersonName.of(signed.name());
    boolean ofStaff =
        staff.stream()
            .anyMatch(s -> s.parts().containsAll(name.parts()) && name.parts().size() > 1);
    if (noAuthor
        || (name.parts().isEmpty() && !name.hasTitle())
        || (name.canBe(author) && !name.hasOtherGivenName(author))) {
      return List.of();
    }
    double score = signed.sure();
    if (name.canBe(author)) {
      score = 0.55; // of one family, perhaps
    } else if (name.parts().size() < 2 && !name.hasTitle()) {
      score = Math.min(score, 0.6);
    } else if (ofStaff) {
      score = Math.max(score, 0.95);
    }
    String why =
        "It is signed with a name that is not its author's display name"
            + (ofStaff ? ", but an employee's." : ".");
    return List.of(
        finding(
            Category.FALSE_SIGNATURE, score, List.of(new Span(signed.from(), signed.to())), why));
  }

  private static boolean isNobody(String author) {
    return NOBODY.matcher(NormalisedText.of(author).text().strip()).matches();
  }

  private Finding finding(Category category, double score, List<Span> spans, String why) {
    return new Finding(category, score, name(), spans, why);
  }
}
