/**
 * Reads Spanish words in English, word by word, for a model that knows only English. No one ever
 * sees the result.
 */
package hallmonitor.moderation.text.gloss;
