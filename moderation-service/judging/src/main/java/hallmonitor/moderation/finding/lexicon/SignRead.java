package hallmonitor.moderation.finding.lexicon;

/**
 * What was read of an entry up to a place of a text that holds signs.
 *
 * @param letters written out, or by a sign that looks like them
 * @param signs of the letters, how many are signs other than digits
 * @param digits of the letters, how many are digits
 * @param stars hidden
 * @param parted whether something stands between letters
 * @param last the letter before
 */
record SignRead(int letters, int signs, int digits, int stars, boolean parted, char last) {
  static final SignRead NOTHING = new SignRead(0, 0, 0, 0, false, ' ');

  SignRead letter(char c) {
    return new SignRead(letters + 1, signs, digits, stars, parted, c);
  }

  SignRead sign(char c, boolean digit) {
    return new SignRead(
        letters + 1, digit ? signs : signs + 1, digit ? digits + 1 : digits, stars, parted, c);
  }

  SignRead star() {
    return new SignRead(letters, signs, digits, stars + 1, parted, ' ');
  }

  SignRead part() {
    return new SignRead(letters, signs, digits, stars, true, last);
  }

  boolean isPlain() {
    return signs + digits + stars == 0 && !parted;
  }
}
