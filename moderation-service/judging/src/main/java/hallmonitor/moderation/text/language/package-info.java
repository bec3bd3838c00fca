/** Recognizes the language of a comment. */
package hallmonitor.moderation.text.language;
