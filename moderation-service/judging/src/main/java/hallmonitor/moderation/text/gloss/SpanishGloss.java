package hallmonitor.moderation.text.gloss;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Puts English in the place of Spanish words, one by one: {@code te voy a matar en la salida -> you
 * i am going to kill in the exit}. A model that knows only English then sees who does what to whom;
 * it is no translation. English text stays as it is, and in a mixed text only the Spanish stretches
 * change.
 *
 * <p>Text is taken with or without accents, in any case. Pure, safe for threads, linear in the
 * text's length, and never throws.
 */
public final class SpanishGloss {
  private static final class Shipped {
    private static final SpanishGloss GLOSS =
        new SpanishGloss(GlossFile.shipped("/gloss/spanish.txt"), english("/gloss/english.txt"));
  }

  private final SpanishWords words;
  private final SpanishEndings endings;
  private final Set<String> english;

  /**
   * @param english words that make a text English, or that say nothing because both languages have
   *     them
   */
  SpanishGloss(List<GlossFile.Line> lines, Set<String> english) {
    this.words = new SpanishWords(lines, english);
    this.endings = new SpanishEndings(words);
    this.english = Set.copyOf(english);
  }

  /** The one for the words that ship with the project; they are read at the first call. */
  public static SpanishGloss shipped() {
    return Shipped.GLOSS;
  }

  /**
   * @return the same string when nothing in it is Spanish
   */
  public String of(String text) {
    GlossTokens tokens = new GlossTokens(text, this::look, words.phrases());
    return SpanishStretches.mark(tokens) ? GlossWriter.write(tokens) : text;
  }

  /** By which words a text shows its language. */
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
