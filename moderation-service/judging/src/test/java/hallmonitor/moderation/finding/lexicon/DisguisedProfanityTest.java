package hallmonitor.moderation.finding.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Strong and innocent words in the same disguises. Prints a table by disguise: {@code mvn -pl
 * moderation-service/judging -am test -Dtest=DisguisedProfanityTest}.
 */
class DisguisedProfanityTest {
  private static final int TIMES = 4;
  private static final double ALARM = 0.5;

  private final LexiconDetector detector = ShippedLexicon.detector();

  @Test
  void strongWordsAreFoundInEveryDisguiseAndInnocentOnesInNone() {
    List<String> strong = WordLists.words("profane");
    List<String> innocent = WordLists.words("benign");
    System.out.printf(
        "%-20s %9s %9s   of %d strong and %d innocent words%n",
        "disguise", "found", "false", strong.size(), innocent.size());
    List<String> missed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> poor = new ArrayList<>();
    int all = 0;
    int allInnocent = 0;
    for (Disguise disguise : Disguise.values()) {
      List<String> hidden = disguised(disguise, strong);
      List<String> harmless = disguised(disguise, innocent);
      List<String> notFound = hidden.stream().filter(t -> score(t) < ALARM).toList();
      List<String> alarms = harmless.stream().filter(t -> score(t) >= ALARM).toList();
      double found = 1 - notFound.size() / (double) hidden.size();
      System.out.printf(
          "%-20s %9.3f %9.4f%n", disguise, found, alarms.size() / (double) harmless.size());
      if (found < 0.9) {
        poor.add(disguise + ": " + notFound);
      }
      missed.addAll(notFound);
      wrong.addAll(alarms);
      all += hidden.size();
      allInnocent += harmless.size();
    }
    System.out.printf(
        "%-20s %9.3f %9.4f%n",
        "all", 1 - missed.size() / (double) all, wrong.size() / (double) allInnocent);
    if (Boolean.getBoolean("misses")) {
      System.out.println("missed: " + missed);
      System.out.println("false: " + wrong);
    }
    assertThat(poor).isEmpty();
    assertThat(missed.size()).as("missed: %s", missed).isLessThanOrEqualTo(all * 3 / 100);
    assertThat(wrong.size()).as("false: %s", wrong).isLessThanOrEqualTo(allInnocent * 5 / 1000);
  }

  @Test
  void spellingsThatFollowNoRuleAreFound() {
    List<String> spellings = WordLists.phrases("spellings");
    List<String> missed = spellings.stream().filter(t -> score(t) < ALARM).toList();
    System.out.printf(
        "spellings            %9.3f of %d: %s%n",
        1 - missed.size() / (double) spellings.size(), spellings.size(), missed);
    assertThat(missed.size()).as("missed: %s", missed).isLessThanOrEqualTo(spellings.size() / 20);
  }

  @Test
  void oddSpellingAloneIsNothing() {
    List<String> lines = WordLists.wholeLines("benign-lines");
    List<String> wrong = lines.stream().filter(t -> score(t) >= 0.3).toList();
    System.out.printf(
        "odd spelling         %9.4f of %d: %s%n",
        wrong.size() / (double) lines.size(), lines.size(), wrong);
    assertThat(wrong.size()).as("false: %s", wrong).isLessThanOrEqualTo(lines.size() / 200);
  }

  @Test
  void innocentWordsNamesAndSentencesAreFree() {
    List<String> words = new ArrayList<>(WordLists.words("innocent"));
    words.addAll(WordLists.sentences("innocent"));
    List<String> wrong = words.stream().filter(t -> score(t) >= 0.3).toList();
    System.out.printf(
        "innocent             %9.4f of %d: %s%n",
        wrong.size() / (double) words.size(), words.size(), wrong);
    assertThat(wrong).isEmpty();
  }

  private static List<String> disguised(Disguise disguise, List<String> words) {
    Random chance = new Random(disguise.name().hashCode());
    List<String> texts = new ArrayList<>();
    for (String word : words) {
      for (int n = 0; n < TIMES; n++) {
        texts.add(disguise.on(word, chance));
      }
    }
    return texts;
  }

  private double score(String text) {
    Comment comment = Comment.of(text, "", "", Optional.empty(), "school");
    return detector.detect(comment).stream().mapToDouble(Finding::score).max().orElse(0);
  }
}
