/**
 * Trains and measures the statistical model from the corpus, and judges comments from the command
 * line.
 */
package hallmonitor.moderation.training;
