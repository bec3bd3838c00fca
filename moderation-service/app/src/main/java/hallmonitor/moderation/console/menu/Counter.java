package hallmonitor.moderation.console.menu;

import hallmonitor.moderation.wording.Sentence;

/**
 * A number beside a menu entry, kept up to date while the page is open.
 *
 * @param code its name in the page; empty for an entry without a number
 * @param tone class of its color: "red" for what cannot wait, otherwise empty
 * @param meaning what is counted, for screen readers: "urgent"
 */
public record Counter(String code, long number, String tone, Sentence meaning) {
  static final Counter NONE = new Counter("", 0, "", Sentence.NONE);

  public boolean isShown() {
    return !code.isEmpty();
  }
}
