/**
 * The command that exports the decisions of a district's own people as labeled comments, to train
 * with.
 */
package hallmonitor.moderation.training.decisions;
