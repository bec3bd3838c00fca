package hallmonitor.moderation.finding.lexicon;

/**
 * State of reading an entry in a text with signs.
 *
 * @param letters number of letters written out or shown by a similar sign
 * @param signs number of those letters that are signs other than digits
 * @param digits number of those letters that are digits
 * @param stars number of hidden letters
 * @param parted whether something separates letters
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
