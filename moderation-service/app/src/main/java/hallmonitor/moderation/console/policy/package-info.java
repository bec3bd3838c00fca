/** The policy in the console: the current one, its history, and drafts. */
package hallmonitor.moderation.console.policy;
