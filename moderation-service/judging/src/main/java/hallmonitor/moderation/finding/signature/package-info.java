/** Who signs a comment or speaks in it, compared with its display name. */
package hallmonitor.moderation.finding.signature;
