/**
 * The backtest command: shows what a draft policy would have changed, on the archive or on a file
 * of comments, and whether a clause affects critics more than supporters.
 */
package hallmonitor.moderation.training.backtest;
