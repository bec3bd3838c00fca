package hallmonitor.system;

import java.util.List;
import java.util.Random;

/** Comments that break the policy and are not alike. */
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
   * @param number the same gives the same
   * @param hidden whether the policy hides it, or only puts it before a person
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
