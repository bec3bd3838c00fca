package hallmonitor.system.history;

/**
 * A promise that a run broke.
 *
 * @param subject the comment or the escalation
 * @param what the facts, for a person who looks for the cause
 */
public record BrokenPromise(Rule rule, String subject, String what) {
  /** What must hold. */
  public enum Rule {
    COMMENT_LOST("the newest text of a comment is in the archive"),
    REVISION_MISSING("each text that stood long enough to be read is in the archive"),
    NEVER_WRITTEN("the archive holds only what was written, in the order in which it was written"),
    JUDGED_OTHERWISE("each revision is judged, and as in a run without faults"),
    NOT_ORDERED("what the policy hides or escalates is ordered"),
    EFFECT_WITHOUT_ORDER(
        "the platform saw only what was ordered before, in that order, and each once"),
    ORDER_WITHOUT_EFFECT("what was ordered was done"),
    ORDERED_TWICE("the policy orders one hide for one verdict"),
    NOT_SEALED("the evidence of each escalation is sealed"),
    HIDDEN_BEFORE_SEAL("nothing escalated is hidden before its seal, unless the record says so"),
    HIDDEN_LATE("what the policy hides is hidden in time"),
    TOLD_LATE("people are notified of danger in time"),
    CLOCK_STOOD_STILL("an escalation is answered, or goes one step further in time");

    private final String promise;

    Rule(String promise) {
      this.promise = promise;
    }

    /** Returns the promise as a sentence without its period. */
    public String promise() {
      return promise;
    }
  }

  @Override
  public String toString() {
    return "%s (%s): %s".formatted(rule.promise(), subject, what);
  }
}
