/**
 * The console's second language. Templates and sentences are written in English; the Spanish file
 * says each of them in Spanish. A template is taken apart once, when it is read, and holds both
 * languages from then on: nothing is looked up while a page is made.
 */
package hallmonitor.moderation.console.language;
