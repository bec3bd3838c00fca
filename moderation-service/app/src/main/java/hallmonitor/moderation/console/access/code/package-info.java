/** The pure part of the second factor: codes, and how they are shown and stored. */
package hallmonitor.moderation.console.access.code;
