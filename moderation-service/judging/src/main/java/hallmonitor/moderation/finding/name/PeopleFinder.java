package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.finding.file.WordKinds;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import java.util.Set;

/** Walks through the words of a text and records the people they mention. */
final class PeopleFinder {
  static final WordKinds WORDS = WordKinds.read("/lexicon/people.txt");

  private static final Set<String> OWN = WORDS.of("own");
  private static final Set<String> CHILDREN = WORDS.of("child");

  /** People with private matters that are not the author's own. */
  private static final Set<String> FARTHER = WORDS.of("farther");

  private static final Set<String> MINE = WORDS.of("self");
  private static final Set<String> OTHERS = WORDS.of("pronoun");
  private static final Set<String> WEAK = WORDS.of("weak-pronoun");
  private static final Set<String> ANY = WORDS.of("anybody");
  private static final Set<String> OFFICES = WORDS.of("office");
  private static final Set<String> TOLD = WORDS.of("told");

  private final NameTokens tokens;
  private final Naming naming;
  private final NamedPerson[] who;
  private boolean selfNamed;

  private PeopleFinder(NameTokens tokens) {
    this.tokens = tokens;
    this.naming = new Naming(tokens);
    this.who = new NamedPerson[tokens.count()];
  }

  static KnownPeople in(NameTokens tokens) {
    PeopleFinder finder = new PeopleFinder(tokens);
    for (int i = 0; i < tokens.count(); ) {
      i = finder.look(i);
    }
    return new KnownPeople(tokens, finder.who, finder.selfNamed);
  }

  /** Reads what starts with a word and returns the index after it. */
  private int look(int i) {
    String word = tokens.plain(i);
    String bare = Naming.bare(word);
    if (OWN.contains(word)) {
      return own(i);
    }
    if (MINE.contains(word)) {
      who[i] = NamedPerson.SELF;
      selfNamed |= namesItself(i);
      return i + 1;
    }
    int name = naming.titled(i, bare);
    if (name > i) {
      who[i] = NamedPerson.NAMED_STAFF;
      return name;
    }
    name = naming.named(i, bare);
    if (name > i) {
      who[i] = NamedPerson.NAMED;
      selfNamed |= isParentSpeaking(i, name);
      return name;
    }
    if (Naming.THIS.contains(word)) {
      int end = pointed(i);
      if (end > i) {
        return end;
      }
    }
    if (ANY.contains(word)
        && !isOwned(i)
        && naming.named(i + 1, Naming.bare(tokens.plain(i + 1))) <= i + 1) {
      who[i] = NamedPerson.ANYBODY;
    } else if (isIndefinite(word) && isSomebody(i + 1)) {
      who[i] = NamedPerson.ANYBODY;
      return i + 2;
    } else if (OTHERS.contains(word) && !WEAK.contains(word)) {
      who[i] = NamedPerson.PRONOUN;
    } else if (bare.length() < word.length() && OFFICES.contains(bare)) {
      who[i] = NamedPerson.OFFICE;
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
    String bare = Naming.bare(tokens.plain(i));
    return Naming.SOMEBODY.contains(bare) || OFFICES.contains(bare) || CHILDREN.contains(bare);
  }

  private int own(int i) {
    for (int k = i + 1; k <= Math.min(i + 3, tokens.count() - 1); k++) {
      String word = tokens.plain(k);
      String bare = Naming.bare(word);
      if (CHILDREN.contains(bare)) {
        // What follows 'my son's classmate' is not about the son.
        if (bare.length() < word.length()) {
          return k + 1;
        }
        int name = naming.named(k + 1, Naming.bare(tokens.plain(k + 1)));
        who[i] = name > k + 1 ? NamedPerson.NAMED : NamedPerson.OWN_CHILD;
        return Math.max(name, k + 1);
      }
      if (Titles.of(bare) == Titles.KIN && !FARTHER.contains(bare)) {
        who[i] = NamedPerson.SELF;
        return k + 1;
      }
      if (FARTHER.contains(bare)) {
        return k + 1;
      }
      if (naming.named(k, bare) > k) {
        break;
      }
    }
    who[i] = NamedPerson.SELF;
    return i + 1;
  }

  private int pointed(int i) {
    for (int k = i + 1; k <= Math.min(i + 3, tokens.count() - 1); k++) {
      String word = tokens.plain(k);
      String bare = Naming.bare(word);
      if (tokens.before(k) != Seam.SPACE
          || naming.named(k, bare) > k
          || OTHERS.contains(word) && k > i + 1) {
        return -1;
      }
      if (OFFICES.contains(bare)) {
        if (naming.titled(k, bare) > k) {
          return -1;
        }
        who[i] = NamedPerson.OFFICE;
        return k + 1;
      }
      if (Naming.SOMEBODY.contains(bare)) {
        String next = tokens.plain(k + 1);
        boolean told = TOLD.contains(next);
        boolean near =
            tokens.plain(i).equals("that")
                || tokens.plain(i).startsWith("es")
                || tokens.plain(i + 1).equals("new")
                || tokens.plain(i + 1).equals("only");
        who[i] = told || near ? NamedPerson.POINTED : who[i];
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
      case "i'm", "im", "soy" -> naming.named(i + 1, Naming.bare(tokens.plain(i + 1))) > i + 1;
      case "i" ->
          tokens.plain(i + 1).equals("am")
              && naming.named(i + 2, Naming.bare(tokens.plain(i + 2))) > i + 2;
      default -> false;
    };
  }
}
