/** Who signs a comment or speaks in it, against the name that it is shown under. */
package hallmonitor.moderation.finding.signature;
