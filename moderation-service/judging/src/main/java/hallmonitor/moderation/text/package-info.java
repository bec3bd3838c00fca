/** A comment's text as detectors see it, with a map back to the original. */
package hallmonitor.moderation.text;
