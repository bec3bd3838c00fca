package hallmonitor.moderation.console.evidence;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.evidence.EvidencePackages.Purpose;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says that files are for, which they take out of the console.
 *
 * @param purpose code of a {@link Purpose}; empty if nothing is chosen yet
 * @param words the purpose's number, or what it is for
 */
public record StatedPurpose(String purpose, String words) {
  public static final StatedPurpose EMPTY = new StatedPurpose("", "");
  private static final int LONGEST_WORDS = 500;

  /** Thrown for missing or wrong input; the sentence is for the person who typed it. */
  public static final class Mistaken extends Refusal {
    private static final long serialVersionUID = 1L;

    Mistaken(Sentence sentence) {
      super(sentence);
    }
  }

  /** Reads what was sent. */
  public static StatedPurpose of(@Nullable String purpose, @Nullable String words) {
    return new StatedPurpose(text(purpose), text(words));
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  /** Returns the purposes to choose from, by code. */
  public List<String> getPurposes() {
    return Arrays.stream(Purpose.values()).map(EnumCodes::of).toList();
  }

  /**
   * Returns the purpose.
   *
   * @throws Mistaken if none is chosen, or the words are missing or too long
   */
  public Purpose checked() {
    Purpose chosen = chosen();
    if (words.length() > LONGEST_WORDS) {
      throw new Mistaken(Sentence.of("Use at most 500 characters for the number or the words."));
    }
    if (chosen == Purpose.OTHER && words.isEmpty()) {
      throw new Mistaken(Sentence.of("Say in a few words what it is for."));
    }
    return chosen;
  }

  private Purpose chosen() {
    try {
      return EnumCodes.read(Purpose.class, purpose);
    } catch (IllegalArgumentException e) {
      throw new Mistaken(Sentence.of("Choose what it is for."));
    }
  }
}
