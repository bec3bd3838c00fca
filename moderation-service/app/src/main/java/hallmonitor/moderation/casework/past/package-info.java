/** A post with its thread at any moment of the past, told from what the archive keeps. */
package hallmonitor.moderation.casework.past;
