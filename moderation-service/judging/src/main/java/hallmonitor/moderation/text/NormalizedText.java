package hallmonitor.moderation.text;

import org.jspecify.annotations.Nullable;

/**
 * A comment's text as detectors see it, with a map back to the original: every unit knows its part
 * of the original.
 *
 * <p>There are two views. This one is <em>light</em>: compatibility forms (NFKC), look-alike
 * letters of other scripts, full-width and mathematical alphabets become plain lower-case letters
 * without accents (except ñ, a letter of its own); invisible characters and combining marks are
 * removed; white space is collapsed. Digits, punctuation and emoji stay, so phone numbers and links
 * remain readable. {@link #folded()} also undoes disguises.
 *
 * <p>Accepts any sequence of UTF-16 units. Idempotent: normalizing either view again changes
 * nothing.
 */
public final class NormalizedText {
  private final String text;
  private final int[] from;
  private final int[] to;
  private final @Nullable NormalizedText folded;

  private NormalizedText(TextBuffer view, @Nullable NormalizedText folded) {
    this.text = view.text();
    this.from = view.allFrom();
    this.to = view.allTo();
    this.folded = folded;
  }

  /** Normalizes a text in linear time. */
  public static NormalizedText of(String original) {
    TextBuffer plain = PlainLetters.of(original);
    TextBuffer folded = Folding.of(plain);
    NormalizedText deep =
        folded == plain ? null : new NormalizedText(folded.withSingleSpaces(), null);
    return new NormalizedText(plain.withSingleSpaces(), deep);
  }

  public String text() {
    return text;
  }

  /**
   * Returns the view with disguises undone: digits and signs between letters become letters,
   * stretched letters are cut to two, spaced-out letters are joined, and the few relevant emoji
   * become words. {@code *} within a word stays, as a letter that the author hid.
   */
  public NormalizedText folded() {
    return folded == null ? this : folded;
  }

  /**
   * Returns the index in the original of the first unit behind the normalized unit at {@code
   * index}.
   */
  public int originalFrom(int index) {
    return index < from.length ? from[index] : originalTo(index);
  }

  /**
   * Returns the index in the original after the last unit behind the normalized unit before {@code
   * index}.
   */
  public int originalTo(int index) {
    return index == 0 ? 0 : to[Math.min(index, to.length) - 1];
  }

  @Override
  public String toString() {
    return text;
  }
}
