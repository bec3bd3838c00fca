package hallmonitor.moderation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of words and phrases with values. A word that ends in {@code *} matches all words that
 * begin with it. Case, accents (except ñ) and hyphens are ignored.
 */
public final class PhraseSplitter<V> {
  /**
   * A match.
   *
   * @param phrase as it was added
   * @param at index of its first word
   * @param length in words
   */
  public record Match<V>(String phrase, V value, int at, int length) {}

  private static final class Node<V> {
    private final Map<String, Node<V>> words = new HashMap<>(2);
    private final Map<String, Node<V>> beginnings = new HashMap<>(2);
    private String phrase = "";
    private Optional<V> value = Optional.empty();
  }

  private final Node<V> root = new Node<>();

  /** Adds a phrase. An existing phrase keeps its first value. */
  public void add(String phrase, V value) {
    Node<V> node = root;
    for (String part : phrase.strip().split("[ -]+")) {
      boolean beginning = part.endsWith("*");
      List<String> plain = words(beginning ? part.substring(0, part.length() - 1) : part);
      if (plain.size() != 1) {
        throw new IllegalArgumentException("'" + part + "' in '" + phrase + "' is no word");
      }
      node =
          (beginning ? node.beginnings : node.words)
              .computeIfAbsent(plain.get(0), word -> new Node<>());
    }
    if (node.value.isEmpty()) {
      node.value = Optional.of(value);
      node.phrase = phrase.strip();
    }
  }

  /** Returns the plain words of a text: lower case, without accents or signs. */
  public static List<String> words(String text) {
    String plain = NormalizedText.of(text).text();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < plain.length(); ) {
      int from = i;
      while (i < plain.length() && isInner(plain, i, from)) {
        i++;
      }
      if (i > from) {
        words.add(plain.substring(from, i));
      }
      i = Math.max(i, from + 1);
    }
    return words;
  }

  private static boolean isInner(String text, int at, int from) {
    char c = text.charAt(at);
    boolean apostrophe = c == '\'' && at > from && at + 1 < text.length();
    return LetterForms.isLetterOrDigit(c)
        || (apostrophe && LetterForms.isLetterOrDigit(text.charAt(at + 1)));
  }

  /** Returns all matches, the longest at each place, without overlaps. */
  public List<Match<V>> in(List<String> words) {
    List<Match<V>> matches = new ArrayList<>(0);
    for (int at = 0; at < words.size(); ) {
      Optional<Match<V>> match = at(words, at);
      match.ifPresent(matches::add);
      at += match.map(Match::length).orElse(1);
    }
    return matches;
  }

  /** Returns all matches in a text. */
  public List<Match<V>> in(String text) {
    return in(words(text));
  }

  private Optional<Match<V>> at(List<String> words, int at) {
    return longest(root, words, at, at);
  }

  private Optional<Match<V>> longest(Node<V> node, List<String> words, int start, int at) {
    Optional<Match<V>> best =
        node.value.map(value -> new Match<>(node.phrase, value, start, at - start));
    if (at == words.size()) {
      return best;
    }
    String word = words.get(at);
    Node<V> exact = node.words.get(word);
    if (exact != null) {
      best = longer(best, longest(exact, words, start, at + 1));
    }
    for (int end = word.length(); !node.beginnings.isEmpty() && end > 1; end--) {
      Node<V> open = node.beginnings.get(word.substring(0, end));
      if (open != null) {
        best = longer(best, longest(open, words, start, at + 1));
      }
    }
    return best;
  }

  private static <V> Optional<Match<V>> longer(Optional<Match<V>> a, Optional<Match<V>> b) {
    boolean second = b.isPresent() && (a.isEmpty() || b.get().length() > a.get().length());
    return second ? b : a;
  }
}
