package hallmonitor.moderation.casework.answer;

/**
 * Words that the public must not get: what is redacted of an item, or an item that is withheld.
 *
 * @param item its number
 * @param whole whether only the whole counts: addresses of one site have long beginnings in common
 */
public record HiddenText(long item, String text, boolean whole) {
  /** Words; a long run of them counts too. */
  public HiddenText(long item, String text) {
    this(item, text, false);
  }
}
