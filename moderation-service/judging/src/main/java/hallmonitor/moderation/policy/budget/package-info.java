/**
 * What thresholds cost and reach, as measured when the models were trained. Shown where thresholds
 * are chosen, and used to warn of those that make no sense.
 */
package hallmonitor.moderation.policy.budget;
