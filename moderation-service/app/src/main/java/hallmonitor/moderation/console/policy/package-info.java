/** The policy in the console: what is in force, what was, and what somebody drafts. */
package hallmonitor.moderation.console.policy;
