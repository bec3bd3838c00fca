package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.rule.Slots;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the slots of {@code patterns/introductions.txt} and {@code patterns/headings.txt} hold:
 * names, offices and those of many.
 */
final class NameSlots implements Slots {
  private static final Set<String> FRIENDS = WORDS.of("friend");
  private static final Set<String> OF_SCHOOLS = WORDS.of("of-school");

  private final NameTokens tokens;
  private @Nullable NamePhrase read;
  private int readAt = -1;
  private @Nullable NamePhrase many;
  private int manyAt = -1;

  NameSlots(NameTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public int end(String slot, int at) {
    if (slot.equals("word")) {
      return at < tokens.count() ? at + 1 : -1;
    }
    if (slot.equals("we-verb")) {
      return BodyPhrase.isOfUs(tokens.plain(at)) ? at + 1 : -1;
    }
    if (slot.endsWith("suffix")) {
      return SignatureExtent.afterSuffix(tokens, at, slot.startsWith("role"));
    }
    NamePhrase phrase = phrase(slot, at);
    return phrase == null ? -1 : phrase.end();
  }

  @Override
  public boolean isAside(String slot) {
    return slot.equals("word") || slot.equals("we-verb") || slot.endsWith("suffix");
  }

  /** What stands in a slot there, or null. */
  @Nullable NamePhrase phrase(String slot, int at) {
    return switch (slot) {
      case "many" -> many(at);
      case "they" -> they(at);
      case "school" -> school(at);
      case "pupil" -> pupil(at);
      case "given" -> NamePhrase.given(tokens, at);
      case "capital" -> named(at, p -> tokens.isCapital(at) && p.end() - at < 3);
      case "full-certain" ->
          named(at, p -> isInCapitals(p) && GivenNames.isCertain(tokens.plain(at)));
      case "name-in-capitals" -> named(at, p -> p.end() - at > 1 && isInCapitals(p));
      case "somebody" ->
          named(at, p -> p.name().parts().size() != 1 || GivenNames.isPossible(first(p)));
      case "named" -> named(at, p -> true);
      case "full" -> named(at, p -> p.name().isFull());
      case "titled" -> speaker(at, NameSlots::isTitled);
      case "your-titled" -> speaker(at, p -> isTitled(p) && isYours(tokens.plain(at)));
      case "kin" -> speaker(at, p -> p.name().kin());
      case "office" -> speaker(at, NamePhrase::isOffice);
      case "the-office" -> speaker(at, p -> p.isOffice() && p.determined());
      case "an-office" -> speaker(at, p -> p.isOffice() && isOpen(p));
      case "school-office" ->
          speaker(at, p -> p.isOffice() && p.determined() && p.isOfTheSchool(tokens));
      case "office-in-capitals" ->
          speaker(at, p -> p.isOffice() && p.end() - at > 1 && isInCapitals(p));
      case "staff" -> ofBody(they(at));
      case "leading-office" -> speaker(at, p -> p.isOffice() && p.name().title() != Titles.STAFF);
      case "holder" -> held(at);
      case "person" -> named(at, p -> tokens.isCapital(at));
      case "known" -> speakerOrMany(at, this::isKnown);
      case "speaker" -> speakerOrMany(at, p -> true);
      default -> throw new IllegalArgumentException("there is no slot <" + slot + ">");
    };
  }

  private @Nullable NamePhrase read(int at) {
    if (readAt != at) {
      NamePhrase phrase = NamePhrase.at(tokens, at, true);
      boolean speaks =
          phrase != null
              && !phrase.possessive()
              && (phrase.names() || phrase.name().kin())
              && !FRIENDS.contains(tokens.plain(at));
      read = speaks ? phrase : null;
      readAt = at;
    }
    return read;
  }

  private @Nullable NamePhrase many(int at) {
    if (manyAt != at) {
      many = BodyPhrase.at(tokens, at, false);
      manyAt = at;
    }
    return many;
  }

  private @Nullable NamePhrase speaker(int at, Predicate<NamePhrase> fits) {
    NamePhrase phrase = read(at);
    return phrase != null
            && fits.test(phrase)
            && (phrase.name().parts().isEmpty() || phrase.isWritten(tokens))
        ? phrase
        : null;
  }

  private @Nullable NamePhrase named(int at, Predicate<NamePhrase> fits) {
    return speaker(at, p -> !p.name().hasTitle() && !p.name().parts().isEmpty() && fits.test(p));
  }

  private @Nullable NamePhrase speakerOrMany(int at, Predicate<NamePhrase> fits) {
    NamePhrase phrase = read(at);
    if (phrase == null) {
      phrase = SmallName.is(tokens, at) ? SmallName.of(tokens, at) : many(at);
    }
    return phrase != null && fits.test(phrase) ? phrase : null;
  }

  private @Nullable NamePhrase held(int at) {
    NamePhrase phrase = speaker(at, p -> p.name().hasTitle() && p.names());
    boolean begins =
        phrase != null
            && (tokens.isCapital(at)
                || Roles.isOpen(tokens.plain(at))
                || Roles.of(tokens.plain(at)).compareTo(Titles.KIN) < 0);
    return begins ? phrase : many(at);
  }

  private @Nullable NamePhrase pupil(int at) {
    return SmallName.is(tokens, at) ? SmallName.of(tokens, at) : null;
  }

  /** {@code the Board of Education}, {@code las maestras}, {@code the Abbott family}. */
  private @Nullable NamePhrase they(int at) {
    if (!Roles.isOpen(tokens.plain(at)) || tokens.plain(at).equals("your")) {
      return null;
    }
    NamePhrase they = many(at);
    return they != null ? they : speaker(at, p -> p.names() && p.isOfAHouse(tokens));
  }

  /** Those of whom one is not by living in a town. */
  private static @Nullable NamePhrase ofBody(@Nullable NamePhrase they) {
    return they != null && BodyPhrase.isNobody(they.name()) ? they : null;
  }

  /** {@code Oak Hill Elementary}, but not {@code this district}. */
  private @Nullable NamePhrase school(int at) {
    boolean capital = false;
    for (int i = at; i < Math.min(tokens.count(), at + 5); i++) {
      if (i > at && tokens.before(i) != Seam.SPACE) {
        return null;
      }
      capital |= tokens.isCapital(i);
      if (OF_SCHOOLS.contains(tokens.plain(i)) || Roles.isMany(tokens.plain(i))) {
        return capital ? new NamePhrase(BodyPhrase.NOBODY, at, i + 1, true, false, "") : null;
      }
    }
    return null;
  }

  private boolean isKnown(NamePhrase phrase) {
    PersonName name = phrase.name();
    return name.hasTitle()
        || name.kin()
        || name.isFull()
        || name.parts().stream().anyMatch(GivenNames::isPossible);
  }

  private static boolean isTitled(NamePhrase phrase) {
    return phrase.name().hasTitle() && !phrase.name().parts().isEmpty();
  }

  private static boolean isOpen(NamePhrase phrase) {
    Titles title = phrase.name().title();
    return title == Titles.LEADER || title == Titles.BODY || phrase.determined();
  }

  private boolean isInCapitals(NamePhrase phrase) {
    return tokens.isCapital(phrase.first()) && tokens.isCapital(phrase.end() - 1);
  }

  private static boolean isYours(String word) {
    return word.equals("your") || word.equals("su") || word.equals("tu");
  }

  private static String first(NamePhrase phrase) {
    return phrase.name().parts().get(0);
  }
}
