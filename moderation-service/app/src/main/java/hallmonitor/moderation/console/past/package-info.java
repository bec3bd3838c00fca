/** The page of a post with its thread as it was. */
package hallmonitor.moderation.console.past;
