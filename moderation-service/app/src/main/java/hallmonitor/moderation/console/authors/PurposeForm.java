package hallmonitor.moderation.console.authors;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.author.LookPurpose;
import hallmonitor.moderation.wording.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person says that they open the page of an author for.
 *
 * @param purpose code of a {@link LookPurpose}; empty if nothing is chosen yet
 * @param note which case, appeal or request, or what it is for
 */
public record PurposeForm(String purpose, String note) {
  static final PurposeForm EMPTY = new PurposeForm("", "");
  private static final int LONGEST = 300;

  static PurposeForm of(@Nullable String purpose, @Nullable String note) {
    return new PurposeForm(text(purpose), text(note));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  /** Returns the purposes to choose from, by code. */
  public List<String> getPurposes() {
    return Arrays.stream(LookPurpose.values()).map(EnumCodes::of).toList();
  }

  Optional<LookPurpose> chosen() {
    return Arrays.stream(LookPurpose.values())
        .filter(one -> EnumCodes.of(one).equals(purpose))
        .findFirst();
  }

  /** Returns what is missing; empty if nothing is. */
  Sentence problem() {
    if (chosen().isEmpty()) {
      return Sentence.of("Choose what you open the page for.");
    }
    if (note.isEmpty() || note.length() > LONGEST) {
      return Sentence.of(
          "Say in 1 to {1} characters which case it is, or what it is for.", LONGEST);
    }
    return Sentence.NONE;
  }
}
