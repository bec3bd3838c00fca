/** English for Spanish comments, made on this server for people who do not read Spanish. */
package hallmonitor.moderation.console.translation;
