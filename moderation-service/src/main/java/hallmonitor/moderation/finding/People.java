package hallmonitor.moderation.finding;

import hallmonitor.moderation.finding.NameTokens.Seam;
import java.util.Set;

/** The people whom a piece of text speaks of, in order. */
final class People {
  private static final Set<String> OWN = Set.of("my", "our", "mi", "mis", "nuestro", "nuestra");
  private static final Set<String> CHILDREN =
      Set.of(
          "son",
          "daughter",
          "kid",
          "kids",
          "child",
          "children",
          "boy",
          "boys",
          "girl",
          "girls",
          "grandson",
          "granddaughter",
          "grandkid",
          "stepson",
          "stepdaughter",
          "twins",
          "twin",
          "baby",
          "niece",
          "nephew",
          "kiddo",
          "hijo",
          "hija",
          "hijos",
          "hijas",
          "niño",
          "niña",
          "nieto",
          "nieta",
          "sobrino",
          "sobrina",
          "chamaco",
          "chamaca",
          "gemelos");
  private static final Set<String> MINE =
      Set.of(
          "i", "i'm", "im", "i've", "ive", "i'd", "i'll", "me", "myself", "we", "we're", "we've",
          "us", "yo", "soy", "tengo", "estoy", "estuve", "tuve", "fui", "nos", "mine");
  private static final Set<String> OTHERS =
      Set.of(
          "he", "she", "him", "her", "his", "hers", "he's", "she's", "hes", "shes", "hed", "he'd",
          "she'd", "they", "their", "them", "they're", "ella", "su", "sus", "lo", "la", "le",
          "los");
  private static final Set<String> WEAK =
      Set.of("lo", "la", "le", "los", "them", "they", "their", "they're");
  private static final Set<String> THIS =
      Set.of(
          "the", "our", "your", "ur", "that", "this", "la", "el", "ese", "esa", "este", "esta",
          "al", "del", "su", "nuestro", "nuestra", "los", "las", "new");
  private static final Set<String> ANY =
      Set.of(
          "students",
          "kids",
          "children",
          "teachers",
          "people",
          "everyone",
          "everybody",
          "anyone",
          "anybody",
          "someone",
          "somebody",
          "every",
          "each",
          "any",
          "some",
          "families",
          "parents",
          "alumnos",
          "estudiantes",
          "niños",
          "maestros",
          "gente",
          "todos",
          "alguien",
          "cualquier",
          "cada",
          "teens",
          "freshmen",
          "employees");
  private static final Set<String> SOMEBODY =
      Set.of(
          "kid",
          "boy",
          "girl",
          "student",
          "guy",
          "lady",
          "woman",
          "man",
          "mom",
          "dad",
          "mother",
          "father",
          "one",
          "child",
          "family",
          "niño",
          "niña",
          "muchacho",
          "muchacha",
          "alumno",
          "alumna",
          "chavo",
          "chava",
          "señora",
          "señor",
          "mama",
          "papa",
          "chico",
          "chica",
          "joven",
          "classmate",
          "neighbor",
          "twins",
          "brothers",
          "sisters",
          "hermanos",
          "vecino",
          "vecina");
  private static final Set<String> OFFICES =
      Set.of(
          "principal",
          "superintendent",
          "coach",
          "nurse",
          "librarian",
          "custodian",
          "secretary",
          "counselor",
          "qb",
          "quarterback",
          "captain",
          "pitcher",
          "goalie",
          "valedictorian",
          "sub",
          "ref",
          "referee",
          "umpire",
          "judge",
          "driver",
          "janitor",
          "registrar",
          "clerk",
          "dean",
          "ap",
          "treasurer",
          "director",
          "directora",
          "maestra",
          "maestro",
          "profe",
          "enfermera",
          "entrenador",
          "conserje",
          "chofer",
          "arbitro",
          "secretaria",
          "cocinera",
          "consejera",
          "psicologa",
          "subdirector",
          "subdirectora",
          "dire",
          "guardia",
          "lunch",
          "crossing",
          "teacher",
          "para");
  private static final Set<String> NOT_PEOPLE =
      Set.of(
          "school",
          "high",
          "elementary",
          "middle",
          "district",
          "street",
          "st",
          "avenue",
          "ave",
          "road",
          "rd",
          "lane",
          "ln",
          "court",
          "ct",
          "park",
          "center",
          "hall",
          "valley",
          "university",
          "college",
          "library",
          "county",
          "city",
          "north",
          "south",
          "east",
          "west",
          "san",
          "saint",
          "santa",
          "day",
          "night",
          "week",
          "month",
          "spanish",
          "english",
          "black",
          "white",
          "american",
          "school's",
          "board",
          "drive",
          "way",
          "place",
          "terrace",
          "hill",
          "creek",
          "lake",
          "river",
          "house",
          "team",
          "club",
          "bank",
          "church",
          "hospital",
          "clinic",
          "national",
          "state",
          "united",
          "states",
          "facebook",
          "google",
          "instagram",
          "the",
          "this",
          "that",
          "my",
          "our",
          "did",
          "does",
          "do",
          "is",
          "are",
          "can",
          "why",
          "what",
          "who",
          "how",
          "when",
          "where",
          "if",
          "so",
          "but",
          "and",
          "please",
          "ask",
          "tell",
          "call",
          "text",
          "poor",
          "dear",
          "former",
          "heard",
          "found",
          "send",
          "his",
          "her",
          "their",
          "your",
          "a",
          "an",
          "it",
          "he",
          "she",
          "they",
          "we",
          "i",
          "you",
          "happy",
          "great",
          "good",
          "thank",
          "thanks",
          "congrats",
          "go",
          "vote",
          "see",
          "no",
          "yes",
          "not",
          "just",
          "also",
          "like",
          "el",
          "la",
          "los",
          "las",
          "un",
          "una",
          "mi",
          "su",
          "que",
          "al",
          "del",
          "de",
          "en",
          "para",
          "por",
          "como",
          "escuela",
          "calle",
          "avenida",
          "viva",
          "rest",
          "friday",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "saturday",
          "sunday",
          "route",
          "bus",
          "building",
          "apartments",
          "apartment",
          "gym",
          "iep",
          "adhd",
          "gpa",
          "dui",
          "ice",
          "hr",
          "act",
          "sat",
          "psat",
          "map",
          "ap",
          "pe",
          "usa",
          "covid",
          "halloween",
          "christmas",
          "easter",
          "may");

  private final NameTokens tokens;
  private final Who[] who;
  private boolean selfNamed;

  private People(NameTokens tokens) {
    this.tokens = tokens;
    this.who = new Who[tokens.count()];
    for (int i = 0; i < who.length; ) {
      i = look(i);
    }
  }

  static People of(String text, int start, int end) {
    return new People(NameTokens.of(text, start, end));
  }

  /** Looks at what begins with a word; returns the index after it. */
  private int look(int i) {
    String word = tokens.plain(i);
    String bare = bare(word);
    if (OWN.contains(word)) {
      return own(i);
    }
    if (MINE.contains(word)) {
      who[i] = Who.SELF;
      selfNamed |= namesItself(i);
      return i + 1;
    }
    int name = titled(i, bare);
    if (name > i) {
      who[i] = Who.NAMED_STAFF;
      return name;
    }
    name = named(i, bare);
    if (name > i) {
      who[i] = Who.NAMED;
      selfNamed |= isParentSpeaking(i, name);
      return name;
    }
    if (THIS.contains(word)) {
      int end = pointed(i);
      if (end > i) {
        return end;
      }
    }
    if (ANY.contains(word) && !isOwned(i) && named(i + 1, bare(tokens.plain(i + 1))) <= i + 1) {
      who[i] = Who.ANYBODY;
    } else if (isIndefinite(word) && isSomebody(i + 1)) {
      who[i] = Who.ANYBODY;
      return i + 2;
    } else if (OTHERS.contains(word) && !WEAK.contains(word)) {
      who[i] = Who.PRONOUN;
    } else if (bare.length() < word.length() && OFFICES.contains(bare)) {
      who[i] = Who.OFFICE;
    }
    return i + 1;
  }

  /** {@code her parents}, {@code Evan's parents}. */
  private boolean isOwned(int i) {
    String before = tokens.plain(i - 1);
    return before.endsWith("'s") || before.endsWith("s'") || OTHERS.contains(before);
  }

  private static boolean isIndefinite(String word) {
    return word.equals("a")
        || word.equals("an")
        || word.equals("one")
        || word.equals("un")
        || word.equals("una");
  }

  private boolean isSomebody(int i) {
    String bare = bare(tokens.plain(i));
    return SOMEBODY.contains(bare) || OFFICES.contains(bare) || CHILDREN.contains(bare);
  }

  private int own(int i) {
    for (int k = i + 1; k <= Math.min(i + 3, tokens.count() - 1); k++) {
      String word = tokens.plain(k);
      String bare = bare(word);
      if (CHILDREN.contains(bare)) {
        // What follows 'my son's classmate' is not about the son.
        if (bare.length() < word.length()) {
          return k + 1;
        }
        int name = named(k + 1, bare(tokens.plain(k + 1)));
        who[i] = name > k + 1 ? Who.NAMED : Who.OWN_CHILD;
        return Math.max(name, k + 1);
      }
      if (Titles.of(bare) == Titles.KIN && !isFarther(bare)) {
        who[i] = Who.SELF;
        return k + 1;
      }
      if (isFarther(bare)) {
        return k + 1;
      }
      if (named(k, bare) > k) {
        break;
      }
    }
    who[i] = Who.SELF;
    return i + 1;
  }

  /** Whose private matters are not the author's own. */
  private static boolean isFarther(String word) {
    return switch (word) {
      case "neighbor",
          "friend",
          "friends",
          "cousin",
          "aunt",
          "uncle",
          "amiga",
          "amigo",
          "vecina",
          "vecino",
          "prima",
          "primo",
          "comadre",
          "tia",
          "tio",
          "partner",
          "coworker",
          "classmate",
          "ex",
          "boss",
          "student" ->
          true;
      default -> false;
    };
  }

  private int titled(int i, String word) {
    Titles kind = Titles.of(word);
    if (kind.compareTo(Titles.COURTESY) > 0 || i + 1 >= tokens.count()) {
      return -1;
    }
    String next = bare(tokens.plain(i + 1));
    boolean apart = tokens.before(i + 1) != Seam.SPACE;
    boolean called =
        !apart
            && next.length() > 1
            && !NOT_PEOPLE.contains(next)
            && Titles.of(next) == Titles.NONE
            && !Character.isDigit(next.charAt(0))
            && (tokens.isCapital(i + 1)
                || GivenNames.isCertain(next)
                || kind == Titles.COURTESY && word.length() < 4);
    return called ? i + 2 : -1;
  }

  private int named(int i, String bare) {
    if (i >= tokens.count() || bare.length() < 2 || NOT_PEOPLE.contains(bare) || isStreet(i)) {
      return -1;
    }
    boolean capital = tokens.isCapital(i);
    String next =
        i + 1 < tokens.count() && tokens.before(i + 1) == Seam.SPACE
            ? bare(tokens.plain(i + 1))
            : "";
    boolean nextCapital =
        !next.isEmpty()
            && tokens.isCapital(i + 1)
            && !NOT_PEOPLE.contains(next)
            && Titles.of(next) == Titles.NONE;
    if (GivenNames.isCertain(bare) && (capital || bare.length() > 3)) {
      return i + (nextCapital || GivenNames.isPossible(next) && !next.isEmpty() ? 2 : 1);
    }
    if (!capital || Titles.of(bare) != Titles.NONE || Character.isDigit(bare.charAt(0))) {
      return -1;
    }
    if (nextCapital && !isStreet(i + 1)) {
      return i + 2;
    }
    boolean inside = tokens.before(i) == Seam.SPACE || tokens.before(i) == Seam.COMMA;
    boolean family =
        THIS.contains(tokens.plain(i - 1)) && SOMEBODY.contains(singular(next))
            || Titles.of(bare(tokens.plain(i - 1))) == Titles.KIN && inside
            || SOMEBODY.contains(singular(tokens.plain(i - 1))) && inside;
    String before = tokens.plain(i - 1);
    family |=
        inside
            && (before.equals("los")
                || before.equals("las")
                || before.equals("la") && !nextCapital && next.length() > 1);
    boolean owns = bare.length() < tokens.plain(i).length() && inside;
    return family || owns || GivenNames.isPossible(bare) && inside ? i + 1 : -1;
  }

  private static String singular(String word) {
    return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }

  private boolean isStreet(int i) {
    String before = tokens.plain(i - 1);
    boolean numbered =
        !before.isEmpty() && Character.isDigit(before.charAt(0)) && tokens.before(i) == Seam.SPACE;
    return numbered || isRoad(tokens.plain(i + 1)) && !GivenNames.isCertain(tokens.plain(i));
  }

  private static boolean isRoad(String word) {
    return switch (word) {
      case "street",
          "st",
          "avenue",
          "ave",
          "road",
          "rd",
          "lane",
          "ln",
          "court",
          "ct",
          "drive",
          "way",
          "place",
          "terrace",
          "school",
          "elementary",
          "high",
          "middle",
          "park",
          "university",
          "college" ->
          true;
      default -> false;
    };
  }

  private int pointed(int i) {
    for (int k = i + 1; k <= Math.min(i + 3, tokens.count() - 1); k++) {
      String word = tokens.plain(k);
      String bare = bare(word);
      if (tokens.before(k) != Seam.SPACE
          || named(k, bare) > k
          || OTHERS.contains(word) && k > i + 1) {
        return -1;
      }
      if (OFFICES.contains(bare)) {
        if (titled(k, bare) > k) {
          return -1;
        }
        who[i] = Who.OFFICE;
        return k + 1;
      }
      if (SOMEBODY.contains(bare)) {
        String next = tokens.plain(k + 1);
        boolean told =
            switch (next) {
              case "in",
                  "with",
                  "who",
                  "from",
                  "next",
                  "on",
                  "that",
                  "whose",
                  "de",
                  "del",
                  "que",
                  "con",
                  "nueva",
                  "nuevo",
                  "they" ->
                  true;
              default -> false;
            };
        boolean near =
            tokens.plain(i).equals("that")
                || tokens.plain(i).startsWith("es")
                || tokens.plain(i + 1).equals("new")
                || tokens.plain(i + 1).equals("only");
        who[i] = told || near ? Who.POINTED : who[i];
        return k + 1;
      }
    }
    return -1;
  }

  /** {@code its Zeke Mallory's stepmom}, {@code soy la mama de Axel}. */
  private boolean isParentSpeaking(int i, int after) {
    boolean owns = tokens.plain(after - 1).endsWith("'s") && isParent(tokens.plain(after));
    boolean de = tokens.plain(i - 1).equals("de") && isParent(tokens.plain(i - 2));
    if (owns && tokens.plain(after + 1).equals("here")) {
      return true;
    }
    for (int k = Math.max(0, i - 5); k < i && (owns || de); k++) {
      switch (tokens.plain(k)) {
        case "its", "it's", "i'm", "im", "am", "this", "soy", "habla":
          return true;
        default:
      }
    }
    return false;
  }

  private static boolean isParent(String word) {
    return Titles.of(word) == Titles.KIN || word.startsWith("step");
  }

  /** {@code im Becca Lowry}, {@code soy Emilio}. */
  private boolean namesItself(int i) {
    return switch (tokens.plain(i)) {
      case "i'm", "im", "soy" -> named(i + 1, bare(tokens.plain(i + 1))) > i + 1;
      case "i" ->
          tokens.plain(i + 1).equals("am") && named(i + 2, bare(tokens.plain(i + 2))) > i + 2;
      default -> false;
    };
  }

  private static String bare(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  boolean authorNamesItself() {
    return selfNamed;
  }

  boolean has(Who kind) {
    for (Who one : who) {
      if (one == kind) {
        return true;
      }
    }
    return false;
  }

  /** The last one spoken of, pronouns apart, before a place in the original text. */
  Who lastBefore(int offset) {
    Who last = Who.NOBODY;
    for (int i = 0; i < who.length && tokens.from(i) < offset; i++) {
      last = who[i] == null || who[i] == Who.PRONOUN ? last : who[i];
    }
    return last;
  }

  Who firstAfter(int offset) {
    for (int i = 0; i < who.length; i++) {
      if (tokens.from(i) >= offset
          && who[i] != null
          && who[i] != Who.PRONOUN
          && who[i] != Who.SELF) {
        return who[i];
      }
    }
    return Who.NOBODY;
  }

  /** Whom the words between two places in the original text are about. */
  Who subject(int from, int to) {
    int first = 0;
    while (first < who.length && tokens.to(first) <= from) {
      first++;
    }
    for (int i = first; i >= 0 && i < who.length; i--) {
      if (who[i] != null && (i < first || who[i] != Who.SELF)) {
        return who[i];
      }
      if (tokens.before(i) == Seam.END
          || tokens.before(i) == Seam.LINE
          || tokens.before(i) == Seam.START) {
        break;
      }
    }
    for (int i = first + 1; i < who.length; i++) {
      if (tokens.before(i) == Seam.END || tokens.before(i) == Seam.LINE) {
        break;
      }
      if (who[i] != null) {
        return who[i];
      }
    }
    return Who.NOBODY;
  }
}
