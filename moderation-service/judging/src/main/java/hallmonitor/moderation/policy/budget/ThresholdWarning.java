package hallmonitor.moderation.policy.budget;

import hallmonitor.moderation.wording.Sentence;

/**
 * A threshold that makes no sense on the present scale of scores.
 *
 * @param clause id of the clause
 * @param condition index in the clause
 * @param says what it would do, for people
 */
public record ThresholdWarning(String clause, int condition, Sentence says) {}
