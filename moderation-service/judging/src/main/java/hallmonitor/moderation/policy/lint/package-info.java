/**
 * What a policy may not say, because a public body's page is a forum: no rules by word, subject,
 * person or viewpoint, and no automatic hiding without precision. Questions for counsel, not legal
 * advice.
 */
package hallmonitor.moderation.policy.lint;
