/** Which language a comment is written in, as far as that can be told. */
package hallmonitor.moderation.text.language;
