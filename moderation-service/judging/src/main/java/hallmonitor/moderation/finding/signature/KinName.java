package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.ArrayList;
import java.util.List;

/**
 * A signed name, separated from the name of the signer's relative, as in {@code Jonah's mother}.
 *
 * @param owner {@code jonah}; empty if there is none
 */
record KinName(PersonName name, String owner) {
  /**
   * @param plain in lower case without accents, with single spaces
   */
  static KinName of(String plain) {
    String[] words = plain.strip().split(" ");
    List<String> parts = new ArrayList<>();
    Titles title = Titles.NONE;
    boolean kin = false;
    String owner = "";
    for (int i = 0; i < words.length; i++) {
      String word = bare(words[i]).replace("'", "");
      Titles kind = isRelation(words, i) ? Titles.KIN : Roles.of(word);
      switch (kind) {
        case LEADER, STAFF, COURTESY, BODY -> title = kind.compareTo(title) < 0 ? kind : title;
        case KIN -> kin = true;
        case BESIDE -> {}
        case NONE -> {
          if (i + 1 < words.length && owns(words[i], words[i + 1])) {
            word = words[i].endsWith("'s") ? word : cut(word);
            owner = word;
          } else if (kin && owner.isEmpty() && isOf(words[i - 1])) {
            owner = word;
          }
          if (!word.isEmpty()) {
            parts.add(word);
          }
        }
      }
    }
    return new KinName(new PersonName(parts, title, kin), owner);
  }

  /** Returns whether a word makes the next one a relative: {@code Kevin's}, {@code kevins}. */
  static boolean owns(String word, String next) {
    return isKin(next)
        && (word.endsWith("'s") || word.endsWith("s") && GivenNames.isPossible(cut(word)));
  }

  /** Returns whether it can be a family relation; {@code father} is a priest's title as well. */
  static boolean isKin(String word) {
    return Titles.of(word) == Titles.KIN || word.equals("father") || word.equals("sister");
  }

  private static String bare(String word) {
    return word.endsWith("'s") ? cut(cut(word)) : word;
  }

  private static String cut(String word) {
    return word.substring(0, word.length() - 1);
  }

  /** {@code the father of Ana}: not a priest. */
  private static boolean isRelation(String[] words, int i) {
    boolean may = isKin(words[i]) || words[i].equals("padre");
    return may
        && (i + 1 < words.length && isOf(words[i + 1]) || i > 0 && words[i - 1].endsWith("s"));
  }

  private static boolean isOf(String word) {
    return word.equals("of") || word.equals("de") || word.equals("del");
  }
}
