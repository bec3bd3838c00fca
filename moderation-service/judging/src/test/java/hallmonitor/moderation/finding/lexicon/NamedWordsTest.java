package hallmonitor.moderation.finding.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.rule.Rulebook;
import hallmonitor.moderation.finding.rule.Vocabulary;
import hallmonitor.moderation.text.NormalizedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedWordsTest {
  private static final List<String> FILES = List.of("/lexicon/words-en.txt");
  private static final String INNOCENT = "/lexicon/innocent.txt";

  private static List<String> found(NamedWords words, String comment) {
    return new Lexicon(FILES, INNOCENT, List.of("Maple Valley"), words)
        .find(NormalizedText.of(comment).folded().text()).stream()
            .map(hit -> hit.entry().text())
            .toList();
  }

  private static NamedWords profanity(String... words) {
    return new NamedWords(List.of(words), List.of());
  }

  private static NamedWords allowed(String... words) {
    return new NamedWords(List.of(), List.of(words));
  }

  @Test
  void aNamedWordCountsInEveryDisguiseThatListedOnesDo() {
    NamedWords words = profanity("Frick");
    assertThat(found(words, "what the FRICK")).containsExactly("frick");
    assertThat(found(words, "what the f.r.i.c.k and fr*ck, fricks")).hasSize(3);
    assertThat(found(NamedWords.NONE, "what the frick")).isEmpty();
  }

  @Test
  void aNamedWordIsNotFoundWithinOthers() {
    assertThat(found(profanity("frick"), "South Africka and Fricker")).isEmpty();
  }

  @Test
  void aDoubtfulWordIsFoundAndIsTooLittleToHide() {
    NamedWords words = new NamedWords(List.of(), List.of("heck"), List.of());
    assertThat(found(words, "what the h.e.c.k")).containsExactly("heck");
    assertThat(NamedWords.DOUBTFUL).isLessThan(0.8);
  }

  @Test
  void aNamedPhraseCountsAsAWhole() {
    NamedWords words = profanity("son of a biscuit");
    assertThat(found(words, "You son of a  biscuit!")).containsExactly("son of a biscuit");
    assertThat(found(words, "my son likes a biscuit")).isEmpty();
  }

  @Test
  void namingAWordWinsOverTheListOfInnocentOnes() {
    assertThat(found(NamedWords.NONE, "so cocky")).isEmpty();
    assertThat(found(profanity("cocky"), "so cocky")).containsExactly("cocky");
  }

  @Test
  void aSparedWordIsHeldAgainstNobody() {
    assertThat(found(NamedWords.NONE, "what a bastard")).hasSize(1);
    assertThat(found(allowed("bastard"), "what a bastard, you bastards")).isEmpty();
  }

  @Test
  void aSparedPhraseSparesItsWordsOnlyThere() {
    NamedWords words = allowed("kick ass");
    assertThat(found(words, "Go kick ass on Friday")).isEmpty();
    assertThat(found(words, "what an ass")).containsExactly("ass");
  }

  @Test
  void aVerdictSaysThatThePolicyNamesTheWord() {
    Lexicon lexicon = new Lexicon(FILES, INNOCENT, List.of(), profanity("frick"));
    Comment comment = Comment.of("frick", "", "", java.util.Optional.empty(), "school");
    Finding finding =
        new LexiconDetector(
                lexicon, new Rulebook(List.of("/patterns/contexts.txt"), new Vocabulary()))
            .detect(comment)
            .get(0);
    assertThat(finding.category()).isEqualTo(Category.PROFANITY);
    assertThat(finding.score()).isEqualTo(NamedWords.PROFANE);
    assertThat(finding.why()).contains("the district's policy names as profanity");
  }
}
