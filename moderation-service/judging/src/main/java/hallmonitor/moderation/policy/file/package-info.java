/** Reads policy.yaml, the district's written policy as data. */
package hallmonitor.moderation.policy.file;
