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
record ObfuscationReading(
    int letters, int signs, int digits, int stars, boolean parted, char last) {
  static final ObfuscationReading NOTHING = new ObfuscationReading(0, 0, 0, 0, false, ' ');

  ObfuscationReading letter(char c) {
    return new ObfuscationReading(letters + 1, signs, digits, stars, parted, c);
  }

  ObfuscationReading sign(char c, boolean digit) {
    return new ObfuscationReading(
        letters + 1, digit ? signs : signs + 1, digit ? digits + 1 : digits, stars, parted, c);
  }

  ObfuscationReading star() {
    return new ObfuscationReading(letters, signs, digits, stars + 1, parted, ' ');
  }

  ObfuscationReading part() {
    return new ObfuscationReading(letters, signs, digits, stars, true, last);
  }

  boolean isPlain() {
    return signs + digits + stars == 0 && !parted;
  }
}
