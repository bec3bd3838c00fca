/**
 * Reads Spanish words in English, word by word, for a model that knows only English. Nobody is ever
 * shown the result.
 */
package hallmonitor.moderation.text.gloss;
