/** Appeals, their references, and blocks of authors with the events that end them. */
package hallmonitor.moderation.store.objections;
