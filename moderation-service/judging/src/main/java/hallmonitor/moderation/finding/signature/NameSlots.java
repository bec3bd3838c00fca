package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.rule.Forms;
import hallmonitor.moderation.finding.rule.Slots;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what fills the slots of the forms: names, offices and names of groups. */
final class NameSlots implements Slots {
  private static final Set<String> FRIENDS = WORDS.of("friend");
  private static final Set<String> OF_SCHOOLS = WORDS.of("of-school");
  private static final Set<String> CLOSING = WORDS.of("closing");
  private static final Set<String> FIRM = WORDS.of("firm");
  private static final Set<String> FOND = WORDS.of("fond");

  private final NameTokens tokens;
  private @Nullable NamePhrase read;
  private int readAt = -1;
  private @Nullable NamePhrase many;
  private int manyAt = -1;

  NameSlots(NameTokens tokens) {
    this.tokens = tokens;
  }

  NameTokens tokens() {
    return tokens;
  }

  @Override
  public int end(String slot, int at) {
    String word = tokens.plain(at);
    return switch (slot) {
      case "word" -> after(at, at < tokens.count());
      case "we-verb" -> after(at, BodyPhrase.isOfUs(word));
      case "role" -> after(at, Roles.isRole(word));
      case "owner" -> after(at, word.endsWith("'s") || KinName.owns(word, tokens.plain(at + 1)));
      case "clause" -> OfficeClause.end(tokens, at);
      case "role-clause" -> OfficeClause.endOfRole(tokens, at);
      default -> {
        NamePhrase phrase = phrase(slot, at);
        yield phrase == null ? -1 : phrase.end();
      }
    };
  }

  private static int after(int at, boolean holds) {
    return holds ? at + 1 : -1;
  }

  @Override
  public boolean isAside(String slot) {
    return switch (slot) {
      case "word", "we-verb", "role", "owner", "clause", "role-clause" -> true;
      default -> false;
    };
  }

  /** Returns the content of a matched form's slot. */
  NamePhrase filled(Forms.Found form) {
    return Objects.requireNonNull(phrase(form.slot(), form.from()), "it fits");
  }

  /** Returns the content of a slot at a word, or null. */
  private @Nullable NamePhrase phrase(String slot, int at) {
    return switch (slot) {
      case "signer" -> signer(at, isTitle(at), false);
      case "small-signer" -> signer(at, true, false);
      case "small-signers" -> signer(at, true, true);
      case "body" -> body(at);
      case "many" -> many(at);
      case "they" -> they(at);
      case "school" -> school(at);
      case "pupil" -> pupil(at);
      case "name-in-capitals" -> named(at, p -> p.end() - at > 1 && isInCapitals(p));
      case "somebody" -> named(at, NameSlots::isKnown);
      case "named" -> named(at, p -> true);
      case "full" ->
          speaker(at, p -> p.name().isFull() && p.name().title().compareTo(Titles.COURTESY) >= 0);
      case "titled" -> speaker(at, NameSlots::isTitled);
      case "kin" -> speaker(at, p -> p.name().kin());
      case "office" -> speaker(at, NamePhrase::isOffice);
      case "the-office" -> speaker(at, p -> p.isOffice() && p.determined());
      case "leading-office" -> speaker(at, p -> p.isOffice() && p.name().title() != Titles.STAFF);
      case "office-in-capitals" ->
          speaker(at, p -> p.isOffice() && p.end() - at > 1 && isInCapitals(p));
      case "staff" -> ofBody(they(at));
      case "holder" -> held(at);
      case "person" -> named(at, p -> tokens.isCapital(at));
      case "known" -> speakerOrMany(at, NameSlots::isKnown);
      case "speaker" -> speakerOrMany(at, p -> true);
      default -> throw new IllegalArgumentException("there is no slot <" + slot + ">");
    };
  }

  private @Nullable NamePhrase read(int at) {
    if (readAt != at) {
      NamePhrase phrase = NamePhrase.at(tokens, at, true);
      boolean speaks = phrase != null && phrase.signs() && !FRIENDS.contains(tokens.plain(at));
      read = speaks ? phrase : null;
      readAt = at;
    }
    return read;
  }

  /**
   * Returns the person who signs at a word. An office without an article is being addressed, as in
   * {@code Con todo respeto, señor director}.
   *
   * @param small whether names may be written without capitals
   * @param ofMany whether a group may sign
   */
  private @Nullable NamePhrase signer(int at, boolean small, boolean ofMany) {
    String word = tokens.plain(at);
    boolean begins = small || tokens.isCapital(at) || Roles.isOpen(word);
    if (!begins || CLOSING.contains(word) || FOND.contains(word)) {
      return null;
    }
    boolean firm = FIRM.contains(tokens.plain(at - 1));
    NamePhrase one = NamePhrase.at(tokens, at, small);
    if (one == null && firm && GivenNames.isPossible(word)) {
      return NamePhrase.plain(tokens, at, 1);
    }
    NamePhrase they = BodyPhrase.at(tokens, at, small);
    boolean rather = BodyPhrase.isRather(one, they);
    NamePhrase phrase = rather ? they : one;
    if (phrase == null || !phrase.signs() || rather && !ofMany) {
      return null;
    }
    boolean called = !rather && phrase.isOffice() && !phrase.determined() && !tokens.isCapital(at);
    return called && !firm ? null : phrase;
  }

  /** Returns a group with a name of at least two words: {@code Student Services}. */
  private @Nullable NamePhrase body(int at) {
    NamePhrase they = signer(at, isTitle(at), true);
    return they != null && BodyPhrase.isNobody(they.name()) && they.end() - at > 1 ? they : null;
  }

  private boolean isTitle(int at) {
    return !tokens.isCapital(at)
        && !Roles.isMany(tokens.plain(at))
        && Roles.of(tokens.plain(at)).compareTo(Titles.BODY) < 0;
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
      phrase = pupil(at) != null ? pupil(at) : many(at);
    }
    return phrase != null && fits.test(phrase) ? phrase : null;
  }

  private @Nullable NamePhrase held(int at) {
    NamePhrase phrase = speaker(at, p -> p.name().hasTitle());
    return phrase != null ? phrase : many(at);
  }

  private @Nullable NamePhrase pupil(int at) {
    return NamePhrase.pupil(tokens, at);
  }

  /** {@code the Board of Education}, {@code las maestras}, {@code the Abbott family}. */
  private @Nullable NamePhrase they(int at) {
    NamePhrase they = Roles.isOpen(tokens.plain(at)) ? many(at) : null;
    return they != null ? they : speaker(at, p -> p.determined() && p.isOfAHouse(tokens));
  }

  /** Returns the group, unless everyone in a town belongs to it. */
  private static @Nullable NamePhrase ofBody(@Nullable NamePhrase they) {
    return they != null && BodyPhrase.isNobody(they.name()) ? they : null;
  }

  /** {@code Oak Hill Elementary}, but not {@code this district}. */
  private @Nullable NamePhrase school(int at) {
    int end = at;
    while (tokens.isCapital(end) && (end == at || tokens.before(end) == Seam.SPACE)) {
      end++;
    }
    String last = tokens.plain(end - 1);
    return end > at && (OF_SCHOOLS.contains(last) || Roles.isMany(last))
        ? new NamePhrase(BodyPhrase.NOBODY, at, end, true, false, "")
        : null;
  }

  private static boolean isKnown(NamePhrase phrase) {
    PersonName name = phrase.name();
    return name.parts().size() != 1
        || name.hasTitle()
        || name.kin()
        || GivenNames.isPossible(name.parts().get(0));
  }

  private static boolean isTitled(NamePhrase phrase) {
    return phrase.name().hasTitle() && !phrase.name().parts().isEmpty();
  }

  private boolean isInCapitals(NamePhrase phrase) {
    return tokens.isCapital(phrase.first()) && tokens.isCapital(phrase.end() - 1);
  }
}
