package hallmonitor.moderation.policy.lint;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.file.PhraseFile;
import hallmonitor.moderation.text.PhraseSplitter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks that a clause does not ask for, announce or do what is not allowed. Every answer is a
 * sentence for the policy's author.
 */
public final class ClauseLint {
  private static final Set<String> WORDS =
      Set.of(
          "word",
          "words",
          "phrase",
          "phrases",
          "keyword",
          "keywords",
          "contains",
          "text",
          "match",
          "matches",
          "pattern",
          "patterns",
          "regex",
          "hashtag",
          "hashtags",
          "mention",
          "mentions",
          "blocklist",
          "blacklist",
          "banned",
          "banned-words",
          "blocked-words",
          "forbidden",
          "palabra",
          "palabras",
          "frase",
          "frases");
  private static final Set<String> TOPICS =
      Set.of(
          "topic",
          "topics",
          "subject",
          "subjects",
          "about",
          "off-topic",
          "tema",
          "temas",
          "title",
          "post",
          "posts");
  private static final Set<String> VIEWS =
      Set.of(
          "viewpoint",
          "viewpoints",
          "opinion",
          "opinions",
          "stance",
          "sentiment",
          "tone",
          "criticism",
          "critical",
          "negative",
          "attitude");
  private static final Set<String> PEOPLE =
      Set.of(
          "author",
          "authors",
          "user",
          "users",
          "name",
          "names",
          "by",
          "from",
          "commenter",
          "commenters",
          "person",
          "people",
          "autor",
          "autores");

  private static final String PROTECTS = "protects";
  private static final PhraseSplitter<String> ANNOUNCEMENTS = new PhraseSplitter<>();
  private static final PhraseSplitter<String> PROTECTIONS = new PhraseSplitter<>();

  static {
    for (PhraseFile.Section section : PhraseFile.read("/policy/announcements.txt")) {
      PhraseSplitter<String> table = section.name().equals(PROTECTS) ? PROTECTIONS : ANNOUNCEMENTS;
      section.phrases().forEach(phrase -> table.add(phrase, section.meaning()));
    }
  }

  private final Set<String> people;

  public ClauseLint(LocalNames names) {
    this.people =
        names.staff().stream()
            .map(name -> String.join(" ", PhraseSplitter.words(name)))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns why a key that clauses do not have is not allowed, if it asks for something forbidden.
   */
  public Optional<String> key(String key) {
    String plain = key.toLowerCase(Locale.ROOT).replace('_', '-');
    String what =
        WORDS.contains(plain)
            ? "the words of a comment"
            : TOPICS.contains(plain)
                ? "a comment's subject"
                : VIEWS.contains(plain)
                    ? "a comment's point of view"
                    : PEOPLE.contains(plain) ? "who wrote a comment" : "";
    if (what.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "'"
            + key
            + "': no rule may rest on "
            + what
            + ", only on a category that the comment was found in. "
            + PublicForum.BECAUSE
            + (WORDS.contains(plain)
                ? " Coarse words of your own go under 'words: profanity' in this file."
                : ""));
  }

  /** Returns what a title or wording announces that no clause may do. */
  public Optional<String> announces(String text) {
    for (String sentence : text.split("[.;:!?]")) {
      if (PROTECTIONS.in(sentence).isEmpty()) {
        Optional<String> found =
            ANNOUNCEMENTS.in(sentence).stream()
                .findFirst()
                .map(match -> "'" + describe(sentence, match) + "' " + match.value());
        if (found.isPresent()) {
          return Optional.of(
              found.get()
                  + ". "
                  + PublicForum.BECAUSE
                  + " Say what the comment does that the category is about. A sentence that protects"
                  + " speech may say such words: 'Criticism is welcome.'");
        }
      }
    }
    String words = " " + String.join(" ", PhraseSplitter.words(text)) + " ";
    return people.stream()
        .filter(name -> words.contains(" " + name + " "))
        .findFirst()
        .map(
            name ->
                "a rule must not name a person ('"
                    + name
                    + "' is in district.yaml): it has to hold for everybody. "
                    + PublicForum.BECAUSE);
  }

  private static String describe(String sentence, PhraseSplitter.Match<String> match) {
    return String.join(
        " ", PhraseSplitter.words(sentence).subList(match.at(), match.at() + match.length()));
  }

  /**
   * Checks a clause that hides automatically.
   *
   * @param atLeast lowest score at which it holds
   */
  public Optional<String> hidesAt(double atLeast) {
    if (atLeast > ModelDetector.SUREST) {
      return Optional.empty();
    }
    return Optional.of(
        "a clause that hides by itself needs more than "
            + ModelDetector.SUREST
            + " (the default policy asks for 0.92): up to there an answer of the statistical model"
            + " that has not proven to be sure would hide. Write a higher score, or"
            + " 'review: true' or 'escalate', which put it before a person first.");
  }
}
