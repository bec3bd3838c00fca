package hallmonitor.moderation.finding.rule;

import java.util.Arrays;

/** One attempt to match a pattern, with what its gaps and its slot contain. */
final class Trial {
  final RuleWords words;
  final Slots slots;

  /** The words skipped by gaps. */
  final boolean[] free;

  /** The slot's content: its name, its first word, and the index after its last word. */
  String slot = "";

  int from;

  int to;

  Trial(RuleWords words, Slots slots) {
    this.words = words;
    this.slots = slots;
    this.free = new boolean[words.count()];
  }

  /** Records the content of the slot that the form is about. */
  void fill(String name, int first, int after) {
    if (name.isEmpty() || !slots.isAside(name)) {
      slot = name;
      from = first;
      to = after;
    }
  }

  /** Forgets the words skipped by gaps. */
  void begin() {
    Arrays.fill(free, false);
  }
}
