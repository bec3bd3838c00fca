package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.signature.DisplayName.Relation;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares the name that a comment is signed with to the name that it is shown under. */
public final class SignatureDetector implements Detector {
  /** What is said to somebody: a name after it is whom it is said to. */
  private static final Pattern ADDRESSED =
      Pattern.compile(
          "\\b(?:thank|thanks|thx|congrat[a-z]{0,15}|happy|welcome (?:to|back|home)|love|miss|best|proud|way to go|"
              + "good luck|great|nice|awesome|amazing|sweet|bless|vote for|gracias|felici[a-z]{0,12}|feliz|"
              + "bienvenid[oa]s?|bendicion|orgullos[oa]|viva|querid[oa]|suerte|animo)\\b");

  private static final Pattern THANKED =
      Pattern.compile(
          "\\b(?:thank|thanks|thx|congrat[a-z]{0,15}|happy|hi|hello|hey|gracias|felici[a-z]{0,12}|feliz|hola|querid[oa])\\b");

  private static final Pattern FIRST_PERSON =
      Pattern.compile(
          "\\b(?:i|i'm|im|i'll|i've|i'd|my|me|we|our|us|yo|mi|mis|nos|nuestr[oa]s?|pido|doy|apoyo|prometo|confieso|"
              + "vendo|pongo|cancelo|ordeno|autorizo|declaro|digo|quiero|soy|estoy|tengo|voy|informo|acepto|odio|"
              + "renuncio|ya no)\\b");
  private static final Pattern REQUEST =
      Pattern.compile("\\b(?:please|pls|por favor|favor de|pido)\\b");

  private final Staff staff;
  private final Unsigned unsigned = new Unsigned();

  public SignatureDetector(LocalNames names) {
    this.staff = new Staff(names);
  }

  @Override
  public String name() {
    return "signature";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    String light = comment.normalised().text();
    Optional<Finding> hidden = unsigned.of(comment, name());
    if (hidden.isPresent() && hidden.get().score() > Unsigned.BY_NAME_ALONE) {
      return List.of(hidden.get());
    }
    Optional<SignOff> signed =
        Ending.mayBeSigned(comment.text(), light) ? SignOff.in(comment.text()) : Optional.empty();
    Optional<Finding> foreign = signed.flatMap(s -> foreign(s, comment));
    if (foreign.isEmpty() || foreign.get().score() < 0.9) {
      Optional<SignOff> introduced = Introduction.in(comment.text(), light);
      Optional<Finding> second = introduced.flatMap(s -> foreign(s, comment));
      if (foreign.isEmpty() || second.isPresent() && second.get().score() > foreign.get().score()) {
        foreign = second;
      }
      signed = signed.or(() -> introduced);
    }
    if (foreign.isPresent()) {
      return List.of(foreign.get());
    }
    return signed.isEmpty() ? hidden.map(List::of).orElse(List.of()) : List.of();
  }

  private Optional<Finding> foreign(SignOff signed, Comment comment) {
    DisplayName author = DisplayName.of(comment.author());
    if (author.kind() == DisplayName.Kind.BLANK
        || author.kind() == DisplayName.Kind.ORGANISATION && !author.mocks()) {
      return Optional.empty();
    }
    boolean employee = staff.includes(author);
    PersonName name = signed.phrase().name();
    double score;
    if (name.parts().isEmpty()) {
      score = employee || author.title() == name.title() ? 0 : office(signed, author);
    } else {
      Relation relation = author.to(name);
      if (relation == Relation.SAME || employee && signed.phrase().isOffice()) {
        return Optional.empty();
      }
      score = relation == Relation.FAMILY ? 0.55 : named(signed, author, comment);
      if (staff.has(name) && score >= 0.5) {
        score = Math.max(score, relation == Relation.FAMILY ? 0.8 : 0.96);
      }
    }
    return score < 0.3 ? Optional.empty() : Optional.of(finding(signed, score, name));
  }

  /** Speaks for an office and names nobody in it. */
  private double office(SignOff signed, DisplayName author) {
    boolean handle = author.kind() == DisplayName.Kind.HANDLE;
    boolean determined = signed.phrase().determined();
    boolean apart = signed.form() != Form.THANKS && signed.form() != Form.SENTENCE;
    return switch (signed.phrase().name().title()) {
      case LEADER -> apart || determined ? (handle || staff.isKnown() ? 0.94 : 0.85) : 0.4;
      case BODY -> apart || determined ? (handle ? 0.85 : 0.8) : 0.4;
      case STAFF -> signed.form() == Form.INTRODUCTION && determined ? 0.7 : determined ? 0.6 : 0;
      default -> 0;
    };
  }

  private double named(SignOff signed, DisplayName author, Comment comment) {
    PersonName name = signed.phrase().name();
    String before = comment.text().substring(0, signed.from());
    String last = Ending.lastSentence(before);
    boolean addressed =
        (signed.form() == Form.LINE ? THANKED : ADDRESSED).matcher(last).find()
            && signed.form() != Form.LOVE;
    boolean first = FIRST_PERSON.matcher(comment.normalised().text()).find();
    boolean handle = author.kind() == DisplayName.Kind.HANDLE;
    boolean known =
        name.parts().stream().limit(1).anyMatch(GivenNames::isPossible) || staff.has(name);
    if (name.kin() && !name.isFull()) {
      return name.parts().size() == 1 && signed.house() && isSure(signed) ? 0.5 : 0;
    }
    if (name.title() == Titles.BODY) {
      return signed.form() == Form.SENTENCE ? 0.6 : 0.8;
    }
    if (name.hasTitle()) {
      return titled(signed, addressed, first);
    }
    boolean role = signed.role();
    if (name.isFull()) {
      return switch (signed.form()) {
        case CLOSING -> author.kind() == DisplayName.Kind.PERSON && known ? 0.93 : 0.8;
        case INTRODUCTION -> handle ? 0.7 : 0.85;
        case DASH ->
            known ? (first || role ? 0.8 : endsSentence(before) ? 0.6 : 0.45) : first ? 0.55 : 0.3;
        case LINE -> known && !addressed ? 0.7 : 0.4;
        case LOVE -> known ? 0.65 : 0.5;
        case THANKS -> role || REQUEST.matcher(comment.normalised().text()).find() ? 0.6 : 0.2;
        case SENTENCE -> {
          if (addressed && !role) {
            yield 0.2;
          }
          yield role ? 0.8 : known && first ? 0.65 : known ? 0.45 : 0.3;
        }
      };
    }
    if (!known && !role) {
      return signed.form() == Form.CLOSING ? 0.5 : 0.2;
    }
    boolean shows = author.kind() == DisplayName.Kind.PERSON || author.showsGivenName();
    return switch (signed.form()) {
      case CLOSING -> shows ? 0.65 : 0.55;
      case INTRODUCTION -> shows ? 0.65 : 0.55;
      case DASH -> shows ? 0.6 : 0.5;
      case LOVE -> addressed ? 0.3 : shows ? 0.6 : 0.5;
      case LINE, SENTENCE -> !addressed && first ? (shows ? 0.55 : 0.4) : 0.2;
      case THANKS -> 0.1;
    };
  }

  private static boolean endsSentence(String before) {
    return before.chars().anyMatch(c -> c == '.' || c == '!' || c == '?' || c == '\n');
  }

  private static double titled(SignOff signed, boolean addressed, boolean first) {
    boolean leader = signed.phrase().name().title() == Titles.LEADER;
    return switch (signed.form()) {
      case CLOSING -> leader ? 0.95 : 0.88;
      case DASH -> leader ? 0.94 : 0.85;
      case INTRODUCTION -> leader ? 0.95 : 0.88;
      case LINE -> addressed ? 0.4 : leader ? 0.9 : 0.8;
      case LOVE -> addressed ? 0.3 : 0.7;
      case THANKS -> signed.role() ? 0.6 : 0.1;
      case SENTENCE ->
          addressed && !signed.role() && !(signed.phrase().name().isFull() && first)
              ? 0.2
              : first || signed.role() ? 0.8 : 0.7;
    };
  }

  private static boolean isSure(SignOff signed) {
    return signed.form() == Form.CLOSING || signed.form() == Form.DASH;
  }

  private Finding finding(SignOff signed, double score, PersonName name) {
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
