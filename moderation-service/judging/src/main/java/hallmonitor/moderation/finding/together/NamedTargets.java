package hallmonitor.moderation.finding.together;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the people that a comment is about, by name. Cheap, and used only for comments that may
 * attack someone. Office holders and the district's employees are not targets here: harsh words
 * about the conduct of a public office are lawful, no matter how many people say them.
 */
public final class NamedTargets {
  /** Most names counted per comment. */
  private static final int MOST = 6;

  /** Words that follow a name at the start of a sentence. */
  private static final Set<String> AFTER_SUBJECT =
      Set.of(
          "is",
          "was",
          "has",
          "had",
          "isnt",
          "wasnt",
          "hasnt",
          "does",
          "doesnt",
          "did",
          "didnt",
          "can",
          "cant",
          "should",
          "shouldnt",
          "needs",
          "thinks",
          "looks",
          "sucks",
          "smells",
          "stinks",
          "got",
          "gets",
          "always",
          "never",
          "and",
          "es",
          "esta",
          "fue",
          "era",
          "tiene",
          "debe",
          "huele",
          "nunca",
          "siempre",
          "da",
          "parece",
          "y");

  /**
   * A word or handle.
   *
   * @param name lower case, without accents
   */
  private record Token(String name, int from, int to, boolean handle, boolean capital) {}

  private final Set<String> familyNamesOfStaff = new HashSet<>();
  private final Set<String> schools = new HashSet<>();

  public NamedTargets(LocalNames names) {
    for (String name : names.staff()) {
      List<String> parts = PersonName.of(name).parts();
      familyNamesOfStaff.addAll(parts.subList(Math.min(1, parts.size()), parts.size()));
    }
    for (String name : names.schoolsAndTeams()) {
      tokens(name).forEach(t -> schools.add(t.name()));
    }
  }

  /**
   * Finds targets.
   *
   * @param answered display name of the author that this comment answers, who is the target if no
   *     one is named
   * @return names in lower case, each with its places in the text; the answered author has none
   */
  public Map<String, List<Span>> of(Comment comment, Optional<String> answered) {
    List<Token> tokens = tokens(comment.text());
    Map<String, List<Span>> targets = new LinkedHashMap<>();
    boolean office = false;
    for (int i = 0; i < tokens.size(); i++) {
      office |= Capitals.isOffice(tokens.get(i).name());
      int end = i;
      while (end < tokens.size() && isName(comment.text(), tokens, end, i)) {
        end++;
      }
      if (end > i) {
        List<Token> run = tokens.subList(i, end);
        boolean holder = i > 0 && Capitals.isOffice(tokens.get(i - 1).name());
        if (!holder && run.stream().noneMatch(t -> familyNamesOfStaff.contains(t.name()))) {
          run.forEach(t -> add(targets, t));
        }
        office |= holder || targets.isEmpty();
        i = end - 1;
      }
    }
    if (targets.isEmpty() && !office) {
      answered.ifPresent(name -> addAnswered(targets, name));
    }
    PersonName.of(comment.author()).parts().forEach(own -> targets.remove(Capitals.inFull(own)));
    return targets;
  }

  private static void add(Map<String, List<Span>> targets, Token token) {
    String name = token.handle() ? "@" + token.name() : Capitals.inFull(token.name());
    if (targets.size() < MOST || targets.containsKey(name)) {
      targets.computeIfAbsent(name, n -> new ArrayList<>()).add(new Span(token.from(), token.to()));
    }
  }

  private void addAnswered(Map<String, List<Span>> targets, String name) {
    PersonName person = PersonName.of(name);
    if (person.hasTitle() || person.parts().stream().anyMatch(familyNamesOfStaff::contains)) {
      return;
    }
    person.parts().stream()
        .filter(part -> part.length() > 1)
        .limit(MOST)
        .forEach(part -> targets.put(Capitals.inFull(part), List.of()));
  }

  /**
   * Returns whether a token is a name.
   *
   * @param first start of the run of names that it may belong to
   */
  private boolean isName(String text, List<Token> tokens, int i, int first) {
    Token token = tokens.get(i);
    String name = token.name();
    if (token.handle()) {
      return !name.isEmpty();
    }
    if (Capitals.isNobody(name) || Capitals.isOffice(name) || schools.contains(name)) {
      return false;
    }
    boolean opens = i == 0 || opensSentence(text, tokens.get(i - 1).to(), token.from());
    if (i > first) {
      return token.capital() && !opens && onlySpaces(text, tokens.get(i - 1).to(), token.from());
    }
    if (Capitals.isGivenName(name)) {
      return true;
    }
    return token.capital() && name.length() > 1 && (!opens || isSubject(text, tokens, i));
  }

  /**
   * At the start of a sentence a capital proves nothing, unless the next word says something about
   * a person.
   */
  private static boolean isSubject(String text, List<Token> tokens, int i) {
    int next = i + 1;
    while (next < tokens.size()
        && next <= i + 2
        && tokens.get(next).capital()
        && onlySpaces(text, tokens.get(next - 1).to(), tokens.get(next).from())) {
      next++;
    }
    return next < tokens.size() && AFTER_SUBJECT.contains(tokens.get(next).name());
  }

  private static boolean opensSentence(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '"') {
        return true;
      }
    }
    return false;
  }

  private static boolean onlySpaces(String text, int from, int to) {
    return from <= to && text.substring(from, to).isBlank();
  }

  /** Returns the words and handles of a text with their places. */
  private static List<Token> tokens(String text) {
    NormalizedText normalized = NormalizedText.of(text);
    String light = normalized.text();
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < light.length(); i++) {
      boolean handle = light.charAt(i) == '@' && (i == 0 || light.charAt(i - 1) == ' ');
      int start = handle ? i + 1 : i;
      int end = start;
      while (end < light.length() && isInner(light.charAt(end), handle)) {
        end++;
      }
      if (end > start) {
        String word = light.substring(start, end);
        int from = normalized.originalFrom(start);
        int to = normalized.originalTo(end);
        tokens.add(
            new Token(
                handle ? word.replaceAll("[._-]+$", "") : word.replaceAll("'s?$|'", ""),
                from,
                to,
                handle,
                isCapitalised(text, from, to)));
        i = end - 1;
      }
    }
    return tokens;
  }

  private static boolean isInner(char c, boolean handle) {
    return Character.isLetterOrDigit(c)
        || c == '\''
        || handle && (c == '.' || c == '_' || c == '-');
  }

  /** Requires only the first letter to be a capital: all capitals are shouting. */
  private static boolean isCapitalised(String text, int from, int to) {
    return Character.isUpperCase(text.charAt(from))
        && (to - from < 2 || !Character.isUpperCase(text.charAt(to - 1)));
  }
}
