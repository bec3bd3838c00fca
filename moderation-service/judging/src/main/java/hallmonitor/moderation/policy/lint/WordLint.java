package hallmonitor.moderation.policy.lint;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.file.PhraseFile;
import hallmonitor.moderation.text.NormalizedText;
import hallmonitor.moderation.text.PhraseSplitter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks which words a district's policy may name as profanity, and which it may allow. Every
 * answer is a sentence for the policy's author.
 */
public final class WordLint {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 5;

  /** Names of at least this length also count within a longer word: {@code fireokafor}. */
  private static final int UNMISTAKABLE = 5;

  /** Kind of words that a phrase may contain: {@code son of a biscuit}. */
  private static final String ONLY_ALONE = "everyday";

  private static final PhraseSplitter<String> PROTECTED = new PhraseSplitter<>();
  private static final PhraseSplitter<String> ALONE = new PhraseSplitter<>();

  static {
    for (PhraseFile.Section section : PhraseFile.read("/policy/protected.txt")) {
      PhraseSplitter<String> table = section.name().equals(ONLY_ALONE) ? ALONE : PROTECTED;
      section.phrases().forEach(phrase -> table.add(phrase, section.meaning()));
    }
  }

  private static final List<PhraseSplitter.Match<String>> NONE = List.of();

  private final PhraseSplitter<String> names = new PhraseSplitter<>();
  private final List<String> people;

  /**
   * Creates a check.
   *
   * @param names names of the district's staff, schools and teams, which are not profane
   */
  public WordLint(LocalNames names) {
    names.staff().forEach(name -> add(name, "is the name of somebody who works for the district"));
    names.schoolsAndTeams().forEach(name -> add(name, "is in the name of a school or a team"));
    this.people =
        names.staff().stream()
            .flatMap(name -> PhraseSplitter.words(name).stream())
            .filter(part -> part.length() >= UNMISTAKABLE)
            .toList();
  }

  private void add(String name, String meaning) {
    PhraseSplitter.words(name).stream()
        .filter(part -> part.length() >= SHORTEST)
        .forEach(
            part -> {
              names.add(part, meaning);
              names.add(part + "s", meaning);
            });
  }

  /** Returns why this may not be named as profanity. */
  public Optional<String> profanity(String text) {
    return shape(text)
        .or(
            () ->
                meaning(text).map(why -> "'" + text + "' cannot be named as profanity: it " + why));
  }

  /**
   * Returns why this may not be allowed. An allowed word hides nothing, so only its form is
   * checked.
   */
  public Optional<String> allowed(String text) {
    return shape(text);
  }

  /** Returns why this is no profanity: it is a subject, an office or a name. */
  private Optional<String> meaning(String text) {
    NormalizedText plain = NormalizedText.of(text);
    return reason(text)
        .or(() -> reason(plain.folded().text()))
        .map(reason -> reason + ". " + PublicForum.BECAUSE);
  }

  private Optional<String> reason(String text) {
    List<String> words = PhraseSplitter.words(text);
    Optional<PhraseSplitter.Match<String>> match =
        Stream.of(PROTECTED.in(words), names.in(words), words.size() == 1 ? ALONE.in(words) : NONE)
            .flatMap(List::stream)
            .findFirst();
    if (match.isPresent()) {
      String said =
          String.join(
              " ", words.subList(match.get().at(), match.get().at() + match.get().length()));
      boolean whole = match.get().length() == words.size();
      return Optional.of(
          whole ? match.get().value() : "contains '" + said + "', which " + match.get().value());
    }
    return people.stream()
        .filter(name -> words.stream().anyMatch(word -> word.contains(name)))
        .findFirst()
        .map(name -> "contains '" + name + "', the name of somebody who works for the district");
  }

  private static Optional<String> shape(String text) {
    String plain = NormalizedText.of(text).text();
    if (plain.indexOf('*') >= 0) {
      return Optional.of(
          "'"
              + text
              + "': write whole words, each form by itself, and no stars: what matches a part of a"
              + " word also matches harmless ones");
    }
    if (!plain.chars().allMatch(WordLint::isWritable)) {
      return Optional.of("'" + text + "': write words in letters, without digits or signs");
    }
    if (plain.replaceAll("[ ']", "").length() < SHORTEST || plain.length() > LONGEST) {
      return Optional.of(
          "'" + text + "': a word or phrase has from " + SHORTEST + " to " + LONGEST + " letters");
    }
    if (plain.split(" ").length > MOST_WORDS) {
      return Optional.of("'" + text + "': a phrase has " + MOST_WORDS + " words at most");
    }
    return Optional.empty();
  }

  private static boolean isWritable(int c) {
    return (c >= 'a' && c <= 'z') || c == 'ñ' || c == ' ' || c == '\'';
  }
}
