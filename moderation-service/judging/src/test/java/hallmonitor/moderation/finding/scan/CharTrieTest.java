package hallmonitor.moderation.finding.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CharTrieTest {
  @Test
  void everyWordIsFoundByItsSigns() {
    Map<String, Integer> words = new HashMap<>();
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        words.put("" + a + b + "ñ", words.size());
      }
    }
    CharTrie trie = CharTrie.of(words);
    words.forEach((word, value) -> assertThat(trie.valueAt(node(trie, word))).isEqualTo(value));
  }

  @Test
  void aWordWithinAnotherIsNotTakenForIt() {
    CharTrie trie = CharTrie.of(Map.of("he", 1, "hello there", 2));
    assertThat(trie.valueAt(node(trie, "he"))).isEqualTo(1);
    assertThat(trie.valueAt(node(trie, "hel"))).isEqualTo(CharTrie.NONE);
    assertThat(trie.valueAt(node(trie, "hello there"))).isEqualTo(2);
    assertThat(node(trie, "hex")).isZero();
  }

  @Test
  void aSignThatNoRuleIsWrittenInIsToldAtOnceAndLeadsNowhere() {
    assertThatThrownBy(() -> CharTrie.of(Map.of("caf\u00e9", 1))).hasMessageContaining("caf");
    assertThat(CharTrie.of(Map.of("a", 1)).child(0, '\u4e00')).isZero();
  }

  private static int node(CharTrie trie, String word) {
    int node = 0;
    for (char c : word.toCharArray()) {
      node = trie.child(node, c);
    }
    return node;
  }
}
