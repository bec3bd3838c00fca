package hallmonitor.moderation.console.guidance;

import hallmonitor.moderation.console.appeal.FormWords;
import io.quarkus.qute.RawString;

/**
 * What the page of one person's link shows.
 *
 * @param language {@code en} or {@code es}
 * @param here path of the page
 * @param name of the person
 * @param schoolYear its name
 * @param version of the text
 */
public record GuidanceFormView(
    String language,
    String district,
    String here,
    String name,
    String schoolYear,
    long version,
    RawString text,
    Standing standing) {
  /** Where the person stands. */
  public enum Standing {
    OPEN,
    /** The text changed while they read it. */
    CHANGED,
    ATTESTED,
    /** The link is nobody's. */
    UNKNOWN
  }

  public String word(String name) {
    return FormWords.in("guidance", language).get(name);
  }

  public boolean isUnknown() {
    return standing == Standing.UNKNOWN;
  }

  public boolean isAttested() {
    return standing == Standing.ATTESTED;
  }

  public boolean isChanged() {
    return standing == Standing.CHANGED;
  }
}
