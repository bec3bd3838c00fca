package hallmonitor.moderation.finding.rule;

/** Finds what stands in the slots of patterns: a name, an office. */
public interface Slots {
  /** For patterns that have none. */
  Slots NONE =
      new Slots() {
        @Override
        public int end(String slot, int at) {
          return -1;
        }

        @Override
        public boolean isAside(String slot) {
          return true;
        }
      };

  /**
   * Index after the last word of what begins at a word, or -1 where the slot holds nothing there.
   *
   * @param slot its name, as between {@code <} and {@code >}
   */
  int end(String slot, int at);

  /** Whether it is not the one that a form is about. */
  boolean isAside(String slot);
}
