package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.wording.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of an item, or a picture, that stand where they must not.
 *
 * @param itemNo key of the item that they belong to
 * @param number of that item within the request
 * @param place {@code letter}, {@code item 12}, {@code pictures/12-1}, or the name of a file
 * @param otherNo key of the item where they stand; 0 if they stand elsewhere
 */
public record LeakView(long itemNo, long number, String place, long otherNo) {
  private static final Pattern IN_ITEM =
      Pattern.compile("(?:item |pictures/)(\\d{1,18})(?:-(\\d{1,9}))?");

  /** Returns whether they stand in the text of the same item. */
  public boolean isOwn() {
    return getOther() == number && getPicture() == 0;
  }

  /** Returns the number of the item where they stand; 0 if they stand elsewhere. */
  public long getOther() {
    Matcher place = IN_ITEM.matcher(this.place);
    return place.matches() ? Long.parseLong(place.group(1)) : 0;
  }

  /** Returns the place of the picture in that item, from 1; 0 if they stand in no picture. */
  public int getPicture() {
    Matcher place = IN_ITEM.matcher(this.place);
    return place.matches() && place.group(2) != null ? Integer.parseInt(place.group(2)) : 0;
  }

  public Sentence getWords() {
    if (isOwn()) {
      return Sentence.of("Item {1}: what is left out stands in another place of it.", number);
    }
    if (getPicture() > 0) {
      return Sentence.of(
          "Item {1}: what is left out stands in picture {2} of item {3}, which goes out.",
          number, getPicture(), getOther());
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
