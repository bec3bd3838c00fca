/** What the decisions of people say about the policy's thresholds, clause by clause. */
package hallmonitor.moderation.console.precision;
