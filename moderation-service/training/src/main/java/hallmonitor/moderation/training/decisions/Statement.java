package hallmonitor.moderation.training.decisions;

/**
 * What one person said about one revision of a comment, as far as it still stands.
 *
 * @param person a user name, or an id in district.yaml
 * @param breaks whether the comment breaks the policy, or the alarm about it was right
 * @param clause id of the clause that it rests on; empty for none
 * @param corrected whether the person chose another clause than the policy had
 * @param category the category behind it, by its label
 * @param edited whether the author had already changed the text by then, so that it is not known
 *     which text the person meant
 */
record Statement(
    Source source,
    String person,
    boolean breaks,
    String clause,
    boolean corrected,
    String category,
    boolean edited) {

  /** Where a person said it; the order decides which one names the categories. */
  enum Source {
    /** The decision on the case. */
    DECISION,
    /** The answer that closed an escalation. */
    ESCALATION,
    /** The check of allowed comments. */
    SAMPLE,
    /** An earlier decision that someone else replaced and no one undid. */
    OVERRULED
  }
}
