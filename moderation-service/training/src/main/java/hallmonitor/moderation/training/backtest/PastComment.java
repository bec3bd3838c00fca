package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.Comment;

/**
 * A comment to judge again.
 *
 * @param id by which a person finds it: account, comment and revision, or the file's own
 */
record PastComment(String id, Comment comment) {}
