/**
 * The backtest command: what a draft policy would have changed, on the archive or on a file of
 * comments, and whether a clause falls harder on critics than on supporters.
 */
package hallmonitor.moderation.training.backtest;
