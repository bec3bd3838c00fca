/**
 * The console's second language. Templates and sentences are written in English, and the Spanish
 * files translate each of them. A template is parsed once, when it is loaded, and then contains
 * both languages: rendering a page needs no lookups.
 */
package hallmonitor.moderation.console.language;
