package hallmonitor.moderation.finding.rule;

import java.util.Arrays;

/** One pattern that is tried on the words of a text, and what its gaps and its slot hold. */
final class Trial {
  final RuleWords words;
  final Slots slots;

  /** The words that a gap passed over. */
  final boolean[] free;

  /** What is in the slot: its name, the first word, and the one after it. */
  String slot = "";

  int from;

  int to;

  Trial(RuleWords words, Slots slots) {
    this.words = words;
    this.slots = slots;
    this.free = new boolean[words.count()];
  }

  /** Notes what is in the slot that the form is about. */
  void fill(String name, int first, int after) {
    if (name.isEmpty() || !slots.isAside(name)) {
      slot = name;
      from = first;
      to = after;
    }
  }

  /** Forgets what gaps passed over. */
  void begin() {
    Arrays.fill(free, false);
  }
}
