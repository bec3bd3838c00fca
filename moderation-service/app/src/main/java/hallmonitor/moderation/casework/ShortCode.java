package hallmonitor.moderation.casework;

import java.util.Locale;
import java.util.Optional;

/**
 * Twelve characters that a person can copy from paper or read out on the phone, such as {@code
 * 7K2M-9QXB-4TDN}. Eleven carry 55 random bits, so that no one finds one by guessing. The last is a
 * check character by Luhn's algorithm in base 32, which distinguishes a typing error from an
 * unknown code. The alphabet is Crockford's: no I, L, O or U.
 *
 * @param signs without the hyphens
 */
public record ShortCode(String signs) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = 32;
  private static final int CARRYING = 11;

  public ShortCode {
    if (!isRight(signs)) {
      throw new IllegalArgumentException("not a code, or one with a slip in it");
    }
  }

  /**
   * Creates a code.
   *
   * @param random the lowest 55 bits count
   */
  public static ShortCode of(long random) {
    StringBuilder signs = new StringBuilder();
    for (int i = CARRYING - 1; i >= 0; i--) {
      signs.append(ALPHABET.charAt((int) (random >>> (5 * i)) & (BASE - 1)));
    }
    int check = (BASE - sum(signs, 2) % BASE) % BASE;
    return new ShortCode(signs.append(ALPHABET.charAt(check)).toString());
  }

  /** Parses typed text; empty if it cannot be a code, usually because of a typing error. */
  public static Optional<ShortCode> parse(String typed) {
    String signs =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('I', '1')
            .replace('L', '1')
            .replace('O', '0');
    return isRight(signs) ? Optional.of(new ShortCode(signs)) : Optional.empty();
  }

  private static boolean isRight(String signs) {
    return signs.length() == CARRYING + 1
        && signs.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && sum(signs, 1) % BASE == 0;
  }

  /**
   * Computes the Luhn sum.
   *
   * @param factor of the last character, 1 or 2; it alternates to the left
   */
  private static int sum(CharSequence signs, int factor) {
    int sum = 0;
    for (int i = signs.length() - 1, f = factor; i >= 0; i--, f = 3 - f) {
      int product = f * ALPHABET.indexOf(signs.charAt(i));
      sum += product / BASE + product % BASE;
    }
    return sum;
  }

  /** Returns groups of four. */
  @Override
  public String toString() {
    return signs.substring(0, 4) + "-" + signs.substring(4, 8) + "-" + signs.substring(8);
  }
}
