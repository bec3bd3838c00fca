/** A comment's text as detectors see it, with a map back to what its author wrote. */
package hallmonitor.moderation.text;
