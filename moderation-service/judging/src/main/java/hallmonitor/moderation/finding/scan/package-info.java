/** Fast search for many words in one pass over a text. */
package hallmonitor.moderation.finding.scan;
