/**
 * Spanish words read in English, word by word, for a model that knows only English. Its text is
 * never shown to anybody.
 */
package hallmonitor.moderation.text.gloss;
