package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.wording.Sentence;

/**
 * Words of an item that stand where they must not.
 *
 * @param itemNo key of the item that the words belong to
 * @param number of that item within the request
 * @param place {@code letter}, {@code item 12}, or the name of a file
 * @param otherNo key of the item where they stand; 0 if they stand elsewhere
 */
public record LeakView(long itemNo, long number, String place, long otherNo) {
  private static final String ITEM = "item ";

  /** Returns whether they stand in the same item. */
  public boolean isOwn() {
    return place.equals(ITEM + number);
  }

  /** Returns the number of the other item; 0 if they stand elsewhere. */
  public long getOther() {
    return place.startsWith(ITEM) ? Long.parseLong(place.substring(ITEM.length())) : 0;
  }

  public Sentence getWords() {
    if (isOwn()) {
      return Sentence.of("Item {1}: what is left out stands in another place of it.", number);
    }
    if (getOther() > 0) {
      return Sentence.of(
          "Item {1}: what is left out stands in item {2}, which goes out.", number, getOther());
    }
    return place.equals("letter")
        ? Sentence.of("Item {1}: what is left out stands in the letter.", number)
        : Sentence.of("Item {1}: what is left out stands in the file {2}.", number, place);
  }
}
