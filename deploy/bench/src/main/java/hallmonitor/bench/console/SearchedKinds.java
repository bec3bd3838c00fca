package hallmonitor.bench.console;

import hallmonitor.bench.OldComments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** What is searched for, with other words for each number. */
final class SearchedKinds {
  private SearchedKinds() {}

  /** Returns them by their names: the query of the search with a number. */
  static Map<String, IntFunction<String>> all() {
    Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
    kinds.put("a word of most comments", i -> "q=" + OldComments.word(2 + i % 3));
    kinds.put("a word of one in a hundred", i -> "q=" + OldComments.word(150 + i));
    kinds.put("a rare word", i -> "q=" + rare(i));
    kinds.put("two frequent words", i -> frequent(i) + "+" + word(i + 7));
    kinds.put("a phrase", i -> "q=%22" + word(i) + "+" + word(i + 3) + "%22");
    kinds.put("a frequent word without another", i -> frequent(i) + "+-" + word(i + 1));
    kinds.put("the beginning of a word", i -> "q=" + rare(i).substring(0, 4) + "*");
    kinds.put("a near word", i -> "q=" + rare(i).substring(1) + "~");
    kinds.put("two rare words, nothing found", i -> "q=" + rare(i) + "+" + rare(i + 1) + "x");
    kinds.put("a rare word of a frequent name", i -> "author=author&q=" + rare(i));
    kinds.put("an author", i -> "author=author+" + (i * 37 + 11));
    kinds.put("a word of an author", i -> "author=author+" + (i * 37 + 11) + "&" + frequent(i));
    kinds.put("a word of an account", i -> "account=old-" + i + "&" + frequent(i));
    kinds.put("a word of some days", i -> "from=2024-05-01&until=2030-05-01&" + frequent(i));
    kinds.put("a frequent word by relevance", i -> "sort=relevance&" + frequent(i));
    kinds.put("hidden ones with a word", i -> "state=hidden&" + frequent(i));
    kinds.put("a clause and a category", i -> "clause=3.1&category=insult&" + frequent(i));
    kinds.put(
        "Spanish replies with pictures", i -> "kind=reply&language=es&picture=yes&" + frequent(i));
    kinds.put("hidden ones of an account", i -> "state=hidden&account=old-" + i);
    return kinds;
  }

  /** Returns the query for a frequent word. */
  static String frequent(int i) {
    return "q=" + word(i);
  }

  private static String word(int i) {
    return OldComments.word(5 + i % 30);
  }

  private static String rare(int i) {
    return OldComments.word(OldComments.DIFFERENT_WORDS - 1 - 101 * i);
  }
}
