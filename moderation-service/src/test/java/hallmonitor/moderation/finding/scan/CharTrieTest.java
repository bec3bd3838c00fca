package hallmonitor.moderation.finding.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharTrieTest {
  @Test
  void everyWordIsFoundHoweverOftenTheTreeHadToGrow() {
    CharTrie trie = new CharTrie();
    List<String> words = new ArrayList<>();
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        words.add("" + a + b + "ñ");
      }
    }
    for (int i = 0; i < words.size(); i++) {
      trie.set(trie.add(words.get(i)), i);
    }
    for (int i = 0; i < words.size(); i++) {
      int node = 0;
      for (char c : words.get(i).toCharArray()) {
        node = trie.child(node, c);
      }
      assertThat(trie.valueAt(node)).as(words.get(i)).isEqualTo(i);
    }
  }
}
