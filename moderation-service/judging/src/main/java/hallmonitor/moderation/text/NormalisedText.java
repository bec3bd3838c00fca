package hallmonitor.moderation.text;

/**
 * A comment's text as detectors see it, with a map back to the original: every unit of the
 * normalised text knows the part of the original that it came from.
 *
 * <p>There are two views of it. This one is <em>light</em>: compatibility forms (NFKC), look-alike
 * letters of other scripts, full-width and mathematical alphabets are plain letters in lower case
 * without accents (but ñ, which is a letter of its own), invisible characters and combining marks
 * are gone, white space is single. Digits, punctuation and emoji stay, so telephone numbers and
 * links can be read. {@link #folded()} goes on to undo disguises.
 *
 * <p>Total: any sequence of UTF-16 units is accepted. Idempotent: normalising either view again
 * changes nothing.
 */
public final class NormalisedText {
  private final String text;
  private final int[] from;
  private final int[] to;
  private final NormalisedText folded;

  private NormalisedText(TextBuffer view, NormalisedText folded) {
    this.text = view.text();
    this.from = view.allFrom();
    this.to = view.allTo();
    this.folded = folded;
  }

  /** Normalises; takes time linear in the length. */
  public static NormalisedText of(String original) {
    TextBuffer plain = PlainLetters.of(original);
    TextBuffer folded = Folding.of(plain);
    NormalisedText deep =
        folded == plain ? null : new NormalisedText(folded.withSingleSpaces(), null);
    return new NormalisedText(plain.withSingleSpaces(), deep);
  }

  public String text() {
    return text;
  }

  /**
   * The view in which disguises are undone as well: digits and signs between letters are the
   * letters that they stand for, stretched words are cut to two equal letters, letters set apart
   * are joined to words, and the few emoji that matter are words. {@code *} within a word stays, as
   * a letter that its author did not show.
   */
  public NormalisedText folded() {
    return folded == null ? this : folded;
  }

  /** Index in the original of the first unit behind the normalised unit at {@code index}. */
  public int originalFrom(int index) {
    return index < from.length ? from[index] : originalTo(index);
  }

  /** Index in the original after the last unit behind the normalised unit before {@code index}. */
  public int originalTo(int index) {
    return index == 0 ? 0 : to[Math.min(index, to.length) - 1];
  }

  @Override
  public String toString() {
    return text;
  }
}
