package hallmonitor.moderation.console.records;

import hallmonitor.moderation.store.records.RecordSelection.Example;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;

/**
 * What a disposal would do.
 *
 * @param cut whether there are more records than were looked at
 * @param going number of records to delete
 * @param left number of records old enough that would stay, by reason
 * @param examples some of those to delete
 */
public record DisposalPreview(
    boolean cut, long going, List<ExemptCount> left, List<Shown> examples) {
  /** A record to delete, shortened for a list. */
  public record Shown(Example of) {
    private static final int SHOWN = 300;

    public String getText() {
      String text = of.latestText();
      if (text.length() <= SHOWN) {
        return text;
      }
      int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
      return text.substring(0, end) + "…";
    }

    public CharSequence getAuthor() {
      return of.authorName().isBlank() ? Sentence.of("(no name)") : of.authorName();
    }
  }

  /** Returns how many records were looked at. */
  public long getLooked() {
    return going + getStaying();
  }

  public long getStaying() {
    return left.stream().mapToLong(ExemptCount::n).sum();
  }
}
