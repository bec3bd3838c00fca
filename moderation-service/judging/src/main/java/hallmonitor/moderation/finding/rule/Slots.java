package hallmonitor.moderation.finding.rule;

/** Finds what fills the slots of patterns: a name or an office. */
public interface Slots {
  /** For patterns without slots. */
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
   * Returns the index after the last word of the slot's content that begins at a word, or -1 if
   * there is none.
   *
   * @param slot its name, as between {@code <} and {@code >}
   */
  int end(String slot, int at);

  /** Returns whether this slot is not the one that a form is about. */
  boolean isAside(String slot);
}
