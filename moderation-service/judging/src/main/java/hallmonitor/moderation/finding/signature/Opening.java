package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words before a name by which somebody says who speaks, and what must follow it. */
record Opening(String[] words, Cue cue) {
  enum Cue {
    /** {@code this is}: also said of somebody else. */
    POINTS,
    /** {@code I am}. */
    SAYS,
    /** {@code les habla}: whoever speaks, in the midst of a text too. */
    WRITES,
    /** {@code as}. */
    AS,
    /** {@code message from}. */
    FROM,
    /** {@code I, ...,}. */
    APPOSITION;

    /** Whether it says little where it begins no sentence. */
    boolean isOften() {
      return this == POINTS || this == SAYS;
    }
  }

  private static final int NEAR = 8;
  private static final int FAR = 12;

  private static final Set<String> THIRD = WORDS.of("third-person");
  private static final Set<String> FRIENDS = WORDS.of("friend");

  /** By their first word; longer ones first: of those that begin alike, the longest counts. */
  private static final Map<String, List<Opening>> ALL =
      Stream.of(Cue.values())
          .flatMap(
              cue ->
                  WORDS.of("opens-" + cue.name().toLowerCase(Locale.ROOT)).stream()
                      .map(phrase -> new Opening(phrase.split(" "), cue)))
          .sorted(Comparator.comparingInt((Opening o) -> o.words.length).reversed())
          .collect(Collectors.groupingBy(o -> o.words[0]));

  private static final Set<String> HAILS = WORDS.of("hail");

  /** After a name: the text goes on about its bearer. */
  private static final Set<String> OF_ANOTHER = WORDS.of("of-another");

  private static final Set<String> FIRST = WORDS.of("first-person");

  static List<Opening> beginningWith(String word) {
    return ALL.getOrDefault(word, List.of());
  }

  /** Index of the word after it, or -1 where it does not begin at a word. */
  int after(NameTokens tokens, int i) {
    int at = i;
    for (String word : words) {
      if (!tokens.plain(at).equals(word) || at > i && tokens.before(at) != Seam.SPACE) {
        return -1;
      }
      at++;
    }
    return at;
  }

  /** Whether what stands after the name lets it be the speaker's. */
  boolean fits(NameTokens tokens, NamePhrase phrase) {
    if (FRIENDS.contains(tokens.plain(phrase.first()))) {
      return false;
    }
    FollowingContext then = FollowingContext.of(tokens, phrase.end());
    return switch (cue) {
      case POINTS -> pointsTo(tokens, phrase, then);
      case SAYS -> says(tokens, phrase, then);
      case WRITES -> isWriter(phrase);
      case AS -> isOffice(tokens, phrase, then);
      case FROM -> sends(tokens, phrase, then);
      case APPOSITION -> {
        boolean sure = isTitled(phrase) || phrase.name().isFull();
        boolean enclosed = then.seam() == Seam.COMMA || then.first();
        yield isMe()
            ? sure && then.seam() != Seam.SPACE && !then.isJoined()
            : then.atEnd() ? sure : sure || enclosed;
      }
    };
  }

  /** {@code This is Coach Tanner.}, {@code its jayden and i ...} */
  private boolean pointsTo(NameTokens tokens, NamePhrase phrase, FollowingContext then) {
    PersonName name = phrase.name();
    boolean named = !name.hasTitle() && !name.parts().isEmpty();
    if (!name.parts().isEmpty()
        && then.isJoined()
        && isOfAnother(tokens, phrase.end())
        && !takesThePhone(tokens, phrase)) {
      return false;
    }
    if ((then.speaks() || isHailed(tokens, phrase)) && (named || isTitled(phrase))
        || then.isJoined() && isTitled(phrase) && takesThePhone(tokens, phrase)) {
      return true;
    }
    if (!then.stops() && !(then.atEnd() && name.kin())) {
      return false;
    }
    return isTitled(phrase) && !then.word().equals("with")
        || phrase.isOffice() && phrase.determined()
        || name.kin()
        || words[0].equals("aqui") && (name.isFull() || named && isFirstOf(tokens, phrase))
        || named && then.borrows()
        || named && saysMore(tokens, phrase.end());
  }

  /** {@code and she taught me}, {@code and i am proud of him} */
  private static boolean isOfAnother(NameTokens tokens, int end) {
    for (int i = end; i < Math.min(tokens.count(), end + FAR); i++) {
      if (THIRD.contains(tokens.plain(i))) {
        return true;
      }
      if (i > end && tokens.before(i) == Seam.END) {
        return false;
      }
    }
    return false;
  }

  private boolean takesThePhone(NameTokens tokens, NamePhrase phrase) {
    return FollowingContext.isOfAPhone(tokens.plain(phrase.first() - words.length - 1));
  }

  /** {@code Aquí Ana, ...} */
  private boolean isFirstOf(NameTokens tokens, NamePhrase phrase) {
    return phrase.first() == words.length
        && tokens.before(phrase.end()) == Seam.COMMA
        && GivenNames.isHardlyAWord(phrase.name().parts().get(0));
  }

  /** {@code hey its jayden}, and then somebody speaks of himself. */
  private boolean isHailed(NameTokens tokens, NamePhrase phrase) {
    return HAILS.contains(tokens.plain(phrase.first() - words.length - 1))
        && !OF_ANOTHER.contains(tokens.plain(phrase.end()))
        && speaksInFirst(tokens, phrase.end());
  }

  /** {@code I am Coach Tanner} */
  private boolean says(NameTokens tokens, NamePhrase phrase, FollowingContext then) {
    PersonName name = phrase.name();
    boolean office = phrase.isOffice();
    boolean stops = then.stops() || then.first() || then.speaks() || then.atEnd() && !office;
    if (!stops && !phrase.isOfTheSchool(tokens)) {
      return false;
    }
    if (office) {
      return phrase.determined() && ofTheSchool(tokens, phrase);
    }
    return name.kin() || !name.parts().isEmpty() && isSomebody(phrase);
  }

  private boolean isSomebody(NamePhrase phrase) {
    PersonName name = phrase.name();
    return isNaming() || isTitled(phrase) || name.parts().size() != 1 || isKnown(name);
  }

  /** {@code Les habla la directora} */
  private boolean isWriter(NamePhrase phrase) {
    PersonName name = phrase.name();
    return name.kin()
        || isTitled(phrase)
        || isSpoken() && !name.parts().isEmpty()
        || phrase.isOffice() && phrase.determined()
        || name.isFull();
  }

  /** {@code As the principal, I ...} */
  private boolean isOffice(NameTokens tokens, NamePhrase phrase, FollowingContext then) {
    if (isTitled(phrase)) {
      return isSpeaking()
          || then.word().equals("que") && tokens.plain(phrase.end() + 1).equals("soy");
    }
    Titles title = phrase.name().title();
    boolean open = title == Titles.LEADER || title == Titles.BODY || phrase.determined();
    return phrase.isOffice() && (open || then.first()) && speaksInFirst(tokens, phrase.end());
  }

  /** {@code From: Coach Tanner}, {@code a message from the board:} */
  private static boolean sends(NameTokens tokens, NamePhrase phrase, FollowingContext then) {
    boolean titled = isTitled(phrase) || phrase.isOffice() && ofTheSchool(tokens, phrase);
    if (tokens.before(phrase.first()) == Seam.COLON
        && (titled || phrase.name().isFull())
        && (then.atEnd() || then.seam() != Seam.SPACE)) {
      return true;
    }
    return titled
        && !then.atEnd()
        && !then.thanks()
        && (then.isApart() || then.first() || goesTo(tokens, phrase.end()));
  }

  private static boolean isTitled(NamePhrase phrase) {
    return phrase.name().hasTitle() && !phrase.name().parts().isEmpty();
  }

  /** {@code speaking as}: whoever is named after it, not only an office. */
  private boolean isSpeaking() {
    return words.length > 1 && (words[0].equals("speaking") || words[0].equals("hablando"));
  }

  /** {@code me, Coach Tanner} */
  boolean isMe() {
    return words[0].equals("me");
  }

  /** {@code les habla}: whoever is named after it speaks. */
  private boolean isSpoken() {
    return words[0].endsWith("es") && words.length > 1;
  }

  /** {@code the nurse of this school}, but not {@code the nurse of my heart}. */
  private static boolean ofTheSchool(NameTokens tokens, NamePhrase phrase) {
    String next = tokens.plain(phrase.end());
    if (tokens.before(phrase.end()) != Seam.SPACE || !next.equals("of") && !next.equals("de")) {
      return true;
    }
    String whose = tokens.plain(phrase.end() + 1);
    return switch (whose) {
      case "the", "this", "your", "la", "esta", "su", "tu" -> true;
      default -> phrase.determined() && !whose.equals("my") && !whose.equals("mi");
    };
  }

  /** {@code my name is}. */
  boolean isNaming() {
    return cue == Cue.SAYS
        && (words[0].startsWith("my")
            || words[0].equals("me")
            || words[0].equals("mi")
            || words[0].equals("the"));
  }

  private static boolean isKnown(PersonName name) {
    return GivenNames.isPossible(name.parts().get(0));
  }

  private static boolean goesTo(NameTokens tokens, int end) {
    String next = tokens.plain(end);
    return next.equals("to") || next.equals("para") || next.equals("a") || next.equals("que");
  }

  private static boolean saysMore(NameTokens tokens, int end) {
    String next = tokens.plain(end);
    return next.equals("from")
        || next.equals("de")
        || next.equals("del")
        || tokens.before(end) != Seam.SPACE && speaksInFirst(tokens, end);
  }

  private static boolean speaksInFirst(NameTokens tokens, int end) {
    for (int i = end; i < Math.min(tokens.count(), end + NEAR); i++) {
      if (FIRST.contains(tokens.plain(i))) {
        return true;
      }
      if (tokens.isCapital(i) && tokens.before(i) == Seam.SPACE) {
        return false;
      }
    }
    return false;
  }
}
