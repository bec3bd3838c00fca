package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.Comment;

/**
 * A comment to judge again.
 *
 * @param id helps a person find it: account, comment and revision, or the file's own id
 */
record PastComment(String id, Comment comment) {}
