/**
 * What a policy may not say, because a public body's page is a forum: no rule by word, subject,
 * person or point of view, and no automatic hiding without precision. Leads for counsel, not legal
 * advice.
 */
package hallmonitor.moderation.policy.lint;
