package hallmonitor.moderation.text.gloss;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces Spanish words with English ones, one by one: {@code te voy a matar en la salida -> you i
 * am going to kill in the exit}. It is not a translation, but shows a model that knows only English
 * who does what, and to which person. English text stays unchanged, and in a mixed text only the
 * Spanish stretches change.
 *
 * <p>Accents and case do not matter. Pure, thread-safe, linear in the text's length, and never
 * throws.
 */
public final class SpanishGloss {
  private static final int LONGEST = 4_000;

  private static final class Shipped {
    private static final SpanishGloss GLOSS =
        new SpanishGloss(GlossFile.shipped("/gloss/spanish.txt"), english("/gloss/english.txt"));
  }

  private final SpanishWords words;
  private final SpanishEndings endings;
  private final Set<String> english;

  /**
   * Creates a gloss.
   *
   * @param english words that mark a text as English, or that both languages share
   */
  SpanishGloss(List<GlossFile.Line> lines, Set<String> english) {
    this.words = new SpanishWords(lines, english);
    this.endings = new SpanishEndings(words);
    this.english = Set.copyOf(english);
  }

  /** Returns the gloss for the shipped words, which are read on the first call. */
  public static SpanishGloss shipped() {
    return Shipped.GLOSS;
  }

  /**
   * Glosses a text.
   *
   * @return the same string if nothing in it is Spanish
   */
  public String of(String text) {
    GlossTokens tokens = new GlossTokens(text, this::look, words.phrases());
    return SpanishStretches.mark(tokens) ? GlossWriter.write(tokens) : text;
  }

  /**
   * Returns a text's first {@value #LONGEST} UTF-16 units in English words, for a reader without
   * Spanish; empty if nothing in them is Spanish.
   */
  public Optional<String> inEnglish(String text) {
    String start = text.length() > LONGEST ? text.substring(0, end(text)) : text;
    String glossed = of(start);
    return glossed.equals(start) ? Optional.empty() : Optional.of(glossed);
  }

  /** A sign of two units is not cut in half: some readers of JSON refuse that. */
  private static int end(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  /** Counts the words that show a text's language. */
  public WordEvidence evidence(String text) {
    GlossTokens tokens = new GlossTokens(text, this::look, words.phrases());
    int english = 0;
    int spanish = 0;
    for (int i = 0; i < tokens.size(); i++) {
      GlossTokens.Token token = tokens.get(i);
      english += token.isEnglish() ? 1 : 0;
      spanish += token.word != null && !token.partOfName && token.word.weight() > 0 ? 1 : 0;
    }
    return new WordEvidence(tokens.size(), english, spanish);
  }

  /**
   * Returns whether English or Spanish has the word.
   *
   * @param word lower case, without accents
   */
  public boolean isWord(String word) {
    return english.contains(word) || words.get(word) != null;
  }

  int size() {
    return words.size();
  }

  private void look(GlossTokens.Token token) {
    SpanishWord word = token.hasApostrophe ? null : words.get(token.folded);
    if (word == null) {
      token.english = token.hasApostrophe || english.contains(token.folded);
      word = token.english ? null : endings.read(token.folded);
    }
    token.word = word == null || word.next() == null ? word : word.as(token.written);
  }

  private static Set<String> english(String file) {
    try (InputStream in = SpanishGloss.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the word list " + file + " is missing: build again");
      }
      String content = new String(in.readAllBytes(), UTF_8);
      return Set.of(content.replaceAll("(?m)^#.*$", "").strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
