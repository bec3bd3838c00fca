package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.regex.Pattern;

/** How sure it is that a signature names its author, when the display name does not. */
final class Strength {
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

  private static final Pattern SAYS_I = Pattern.compile("\\b(?:i|i'm|im|i'll|i've)\\b");

  private static final Pattern REQUEST =
      Pattern.compile("\\b(?:please|pls|por favor|favor de|pido)\\b");

  private static final Pattern TO_ONE =
      Pattern.compile("\\b(?:you|u|ur|your|you're|te|ti|tu|usted|su)\\b");

  private static final int SHORT = 20;

  private final Staff staff;

  Strength(Staff staff) {
    this.staff = staff;
  }

  /** Of one who speaks for an office or for many, and names nobody in it. */
  double office(SignOff signed, DisplayName author) {
    boolean handle = author.kind() == DisplayName.Kind.HANDLE;
    boolean determined = signed.phrase().determined();
    boolean apart = signed.form() != Form.THANKS && signed.form() != Form.SENTENCE;
    if (signed.phrase().name().kin()) {
      boolean many = signed.phrase().name().title() == Titles.BODY;
      return many ? (handle && apart ? 0.55 : 0.4) : 0;
    }
    return switch (signed.phrase().name().title()) {
      case LEADER ->
          signed.form() == Form.HEADING
              ? (handle ? 0.6 : 0.4)
              : apart || determined ? (handle || staff.isKnown() ? 0.94 : 0.85) : 0.4;
      case BODY ->
          signed.form() == Form.HEADING
              ? (handle ? 0.6 : 0.4)
              : apart ? (handle ? 0.85 : 0.8) : determined ? 0.6 : handle ? 0.5 : 0.4;
      case STAFF -> {
        if (signed.form() == Form.HEADING) {
          yield handle ? 0.5 : 0.3;
        }
        if (signed.form() == Form.INTRODUCTION) {
          yield determined ? 0.7 : handle ? 0.55 : 0;
        }
        boolean sure = signed.form() == Form.CLOSING || signed.form() == Form.DASH;
        boolean fond = signed.form() == Form.LOVE;
        yield determined ? (fond && !handle ? 0.4 : 0.6) : handle && sure ? 0.5 : 0;
      }
      default -> 0;
    };
  }

  double named(SignOff signed, DisplayName author, Comment comment) {
    PersonName name = signed.phrase().name();
    String before = comment.text().substring(0, signed.from());
    String last = Ending.lastSentence(before);
    boolean handle = author.kind() == DisplayName.Kind.HANDLE;
    boolean addressed =
        (signed.form() == Form.LINE ? THANKED : ADDRESSED).matcher(last).find()
            && signed.form() != Form.LOVE
            && (!handle || THANKED.matcher(last).find() || isToOne(last));
    boolean first = FIRST_PERSON.matcher(comment.normalised().text()).find();
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
        case HEADING -> known && handle ? 0.6 : handle ? 0.5 : 0.4;
        case THANKS ->
            role
                    || known && handle && SAYS_I.matcher(comment.normalised().text()).find()
                    || REQUEST.matcher(comment.normalised().text()).find()
                ? 0.6
                : 0.2;
        case SENTENCE -> {
          if (addressed && !role) {
            yield 0.2;
          }
          yield role
              ? 0.8
              : known && first ? 0.65 : known ? (handle ? 0.5 : 0.45) : first && handle ? 0.5 : 0.3;
        }
      };
    }
    if (!known && !role) {
      boolean alone =
          handle
              && first
              && (signed.form() == Form.DASH || signed.phrase().determined() && !addressed)
              && signed.form() != Form.THANKS;
      return signed.form() == Form.CLOSING || signed.form() == Form.INTRODUCTION || alone
          ? 0.5
          : 0.2;
    }
    boolean shows = author.kind() == DisplayName.Kind.PERSON || author.showsGivenName();
    boolean pet = isShort(name.parts().get(0), author);
    if (pet) {
      return 0.4;
    }
    return switch (signed.form()) {
      case CLOSING -> shows ? 0.65 : 0.55;
      case INTRODUCTION -> shows ? 0.65 : 0.55;
      case DASH -> shows ? 0.6 : 0.5;
      case LOVE -> addressed ? 0.3 : shows ? 0.6 : 0.5;
      case LINE, SENTENCE -> !addressed && first ? (shows ? 0.55 : 0.5) : 0.2;
      case HEADING -> role && handle ? 0.5 : 0.2;
      case THANKS -> 0.1;
    };
  }

  /** A few words of praise, or words with a {@code you}, are said to somebody. */
  private static boolean isToOne(String sentence) {
    return sentence.length() < SHORT || TO_ONE.matcher(sentence).find();
  }

  /** Begins as the given name does: most pet names do. */
  private static boolean isShort(String signed, DisplayName author) {
    return author.kind() == DisplayName.Kind.PERSON
        && !author.mocks()
        && signed.charAt(0) == author.tokens().get(0).charAt(0);
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
      case HEADING -> leader ? 0.7 : 0.6;
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
}
