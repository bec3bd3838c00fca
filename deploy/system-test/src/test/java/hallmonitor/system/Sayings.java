package hallmonitor.system;

import java.util.List;
import java.util.Random;

/** Distinct comments that break the policy. */
final class Sayings {
  private static final List<String> WORDS =
      List.of(
          ("parking bus game budget lunch coach band library roof window heating teacher board"
                  + " meeting calendar snow schedule locker hallway gym theater choir garden bicycle"
                  + " sidewalk crossing kitchen menu laptop printer field bleachers ticket concert"
                  + " uniform newsletter fence paint elevator stairs fountain trophy yearbook recess"
                  + " playground homework")
              .split(" "));

  private Sayings() {}

  /**
   * Returns a comment.
   *
   * @param number the same number gives the same comment
   * @param hidden whether the policy hides it, or only sends it to review
   */
  static String of(int number, boolean hidden) {
    Random chance = new Random(number);
    String words =
        String.join(" and the ", chance.ints(7, 0, WORDS.size()).mapToObj(WORDS::get).toList());
    return hidden
        ? "This fucking school: the " + words + " are all we hear of."
        : "This effing school: the " + words + " are all we hear of.";
  }
}
