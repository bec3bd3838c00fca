/** What of a released record the public does not get, and the text that is left. Pure. */
package hallmonitor.moderation.casework.redaction;
